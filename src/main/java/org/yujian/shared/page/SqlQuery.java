package org.yujian.shared.page;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A SQL query for public reads that makes objects directly from the driver's rows, for a third of
 * the CPU time of JPQL ({@code bench/}). {@link #with} adds the rows that the result refers to, in
 * the same statement: one round trip and one snapshot without a transaction.
 *
 * @param <T> the type made from a row
 */
public final class SqlQuery<T> {

  /** Makes an object of a row. */
  @FunctionalInterface
  public interface RowMapper<T> {
    T map(SqlRow row) throws SQLException;
  }

  private record Kind<T>(SqlPart<T> part, Consumer<? super T> taker) {
    void take(SqlRow row) throws SQLException {
      taker.accept(part.mapper().map(row));
    }
  }

  private final Sql sql;
  private final String text;
  private final RowMapper<T> mapper;
  private final List<Kind<?>> others;
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private int seconds;

  SqlQuery(Sql sql, String text, RowMapper<T> mapper) {
    this(sql, text, mapper, new ArrayList<>());
  }

  private SqlQuery(Sql sql, String text, RowMapper<T> mapper, List<Kind<?>> others) {
    this.sql = sql;
    this.text = text;
    this.mapper = mapper;
    this.others = others;
  }

  /**
   * @param value a number, text, {@code UUID}, {@code Instant}, or an array of texts, numbers or
   *     ids
   */
  public SqlQuery<T> set(String name, Object value) {
    parameters.put(name, value);
    return this;
  }

  /** For an expensive query: cancels after this many seconds with 503. Default: no limit. */
  public SqlQuery<T> timeoutSeconds(int atMost) {
    seconds = atMost;
    return this;
  }

  SqlQuery<T> set(Map<String, Object> more) {
    parameters.putAll(more);
    return this;
  }

  /** Adds rows to the statement; {@code taker} gets them during {@link #list}, unordered. */
  public <R> SqlQuery<T> with(SqlPart<R> part, Consumer<? super R> taker) {
    others.add(new Kind<>(part, taker));
    return this;
  }

  String text() {
    return text;
  }

  SqlQuery<T> text(String changed) {
    return new SqlQuery<>(sql, changed, mapper, others).timeoutSeconds(seconds).set(parameters);
  }

  public Optional<T> first() {
    return list().stream().findFirst();
  }

  /** All rows, in the order of the statement unless {@link #with} added further rows. */
  public List<T> list() {
    return sql.withOrWithoutTransaction(this::read);
  }

  private List<T> read(Connection connection) throws SQLException {
    SqlText parsed = SqlText.of(statement(), 1 + others.size());
    try (PreparedStatement statement = parsed.prepare(connection, parameters)) {
      if (seconds > 0) {
        statement.setQueryTimeout(seconds);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return others.isEmpty() ? SqlRow.all(rows, mapper) : ofKinds(rows, parsed.marks());
      }
    }
  }

  /**
   * Each kind of rows has its own columns, the first of which marks its rows. A full join on false
   * puts the rows of all kinds below each other, with null in the columns of other kinds.
   */
  private String statement() {
    if (others.isEmpty()) {
      return text;
    }
    StringBuilder all = new StringBuilder("with found as materialized (").append(text);
    all.append(") select * from (select 0 as kind0, found.* from found) part0");
    for (int kind = 1; kind <= others.size(); kind++) {
      all.append(" full join (select ").append(kind).append(" as kind").append(kind);
      all.append(", part.* from (").append(others.get(kind - 1).part.select()).append(") part)");
      all.append(" part").append(kind).append(" on false");
    }
    return all.toString();
  }

  private List<T> ofKinds(ResultSet rows, int[] marks) throws SQLException {
    List<T> all = new ArrayList<>();
    List<Kind<?>> kinds = new ArrayList<>();
    kinds.add(new Kind<>(new SqlPart<>(text, mapper), all::add));
    kinds.addAll(others);
    SqlRow[] columns = new SqlRow[kinds.size()];
    for (int kind = 0; kind < columns.length; kind++) {
      if (marks[kind] == 0) {
        marks[kind] = rows.findColumn("kind" + kind);
      }
      columns[kind] = new SqlRow(rows, marks[kind]);
    }
    while (rows.next()) {
      int kind = 0;
      while (rows.getInt(marks[kind]) != kind || rows.wasNull()) {
        kind++;
      }
      kinds.get(kind).take(columns[kind]);
    }
    return all;
  }
}
