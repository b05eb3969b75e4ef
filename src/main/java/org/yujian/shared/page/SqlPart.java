package org.yujian.shared.page;

import java.util.function.Function;

/**
 * Rows that come along with those of a {@link SqlQuery}, by the same statement.
 *
 * @param select refers to the rows of the query as {@code found}: {@code select … where id =
 *     any(array(select account_id from found))}, which is a look into an index whatever the planner
 *     believes about the number of rows
 */
public record SqlPart<T>(String select, SqlQuery.RowMapper<T> mapper) {

  /** The same rows as something else. */
  public <R> SqlPart<R> map(Function<? super T, ? extends R> change) {
    return new SqlPart<>(select, row -> change.apply(mapper.map(row)));
  }
}
