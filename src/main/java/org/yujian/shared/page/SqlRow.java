package org.yujian.shared.page;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.yujian.shared.json.Json;

/** Reads columns of a row, counted from 1. SQL null becomes 0, false, an empty array or null. */
public final class SqlRow {
  private final ResultSet rows;
  private final int before;

  SqlRow(ResultSet rows, int before) {
    this.rows = rows;
    this.before = before;
  }

  /** All rows of a result, made into objects. */
  static <T> List<T> all(ResultSet rows, SqlQuery.RowMapper<T> mapper) throws SQLException {
    List<T> all = new ArrayList<>();
    SqlRow row = new SqlRow(rows, 0);
    while (rows.next()) {
      all.add(mapper.map(row));
    }
    return all;
  }

  /** A view whose first column is the given one. */
  public SqlRow from(int column) {
    return new SqlRow(rows, before + column - 1);
  }

  public UUID uuid(int column) throws SQLException {
    return rows.getObject(before + column, UUID.class);
  }

  public String text(int column) throws SQLException {
    return rows.getString(before + column);
  }

  public int integer(int column) throws SQLException {
    return rows.getInt(before + column);
  }

  public long number(int column) throws SQLException {
    return rows.getLong(before + column);
  }

  public double decimal(int column) throws SQLException {
    return rows.getDouble(before + column);
  }

  public boolean flag(int column) throws SQLException {
    return rows.getBoolean(before + column);
  }

  public Instant instant(int column) throws SQLException {
    OffsetDateTime time = rows.getObject(before + column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  public List<String> texts(int column) throws SQLException {
    Array array = rows.getArray(before + column);
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }

  public List<UUID> uuids(int column) throws SQLException {
    Array array = rows.getArray(before + column);
    return array == null ? List.of() : Arrays.asList((UUID[]) array.getArray());
  }

  public long[] numbers(int column) throws SQLException {
    Array array = rows.getArray(before + column);
    return array == null
        ? new long[0]
        : Stream.of((Long[]) array.getArray()).mapToLong(Long::longValue).toArray();
  }

  public byte[] bytes(int column) throws SQLException {
    return rows.getBytes(before + column);
  }

  /** Reads a {@code jsonb} that {@link Json#text} wrote. */
  public <T> T json(int column, Class<T> type) throws SQLException {
    return Json.value(text(column), type);
  }
}
