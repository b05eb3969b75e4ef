package org.yujian.shared.page;

import java.util.function.Function;

/**
 * Additional rows that a {@link SqlQuery} fetches in the same statement.
 *
 * @param select refers to the rows of the query as {@code found}: {@code select … where id =
 *     any(array(select account_id from found))}, which is an index lookup whatever number of rows
 *     the planner estimates
 */
public record SqlPart<T>(String select, SqlQuery.RowMapper<T> mapper) {

  public <R> SqlPart<R> map(Function<? super T, ? extends R> change) {
    return new SqlPart<>(select, row -> change.apply(mapper.map(row)));
  }
}
