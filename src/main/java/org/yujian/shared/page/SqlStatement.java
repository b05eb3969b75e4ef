package org.yujian.shared.page;

import jakarta.persistence.TransactionRequiredException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A SQL statement in a writing transaction, for entity repositories where JPQL has no form ({@code
 * on conflict}, {@code returning}, {@code skip locked}). Pending changes of entities are flushed
 * first.
 */
public final class SqlStatement {

  @FunctionalInterface
  private interface Execution<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  private final Sql sql;
  private final String text;
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private boolean flush = true;

  SqlStatement(Sql sql, String text) {
    this.sql = sql;
    this.text = text;
  }

  /**
   * @param value see {@link SqlQuery#set}; null needs a cast in the text
   */
  public SqlStatement set(String name, Object value) {
    parameters.put(name, value);
    return this;
  }

  /** Does not flush pending changes first; they must not concern the statement's rows. */
  public SqlStatement unflushed() {
    flush = false;
    return this;
  }

  /**
   * Runs the statement and returns the number of rows written.
   *
   * @throws TransactionRequiredException outside of a transaction
   */
  public int run() {
    return execute(statement -> statement.execute() ? 0 : statement.getUpdateCount());
  }

  /**
   * The rows that the statement locked or returns.
   *
   * @throws TransactionRequiredException outside of a transaction
   */
  public <T> List<T> rows(SqlQuery.RowMapper<T> mapper) {
    return execute(
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            return SqlRow.all(rows, mapper);
          }
        });
  }

  public <T> Optional<T> row(SqlQuery.RowMapper<T> mapper) {
    return rows(mapper).stream().findFirst();
  }

  private <T> T execute(Execution<T> execution) {
    return sql.inTransaction(
        flush,
        connection -> {
          try (PreparedStatement statement = SqlText.of(text, 1).prepare(connection, parameters)) {
            return execution.of(statement);
          }
        });
  }
}
