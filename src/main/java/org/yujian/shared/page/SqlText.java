package org.yujian.shared.page;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/**
 * SQL with named parameters, parsed once into the question marks of JDBC.
 *
 * @param names the parameter names, in the order of the question marks
 * @param marks index of each kind's marker column; {@link SqlQuery} fills it at the first execution
 */
record SqlText(String sql, List<String> names, int[] marks) {

  private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

  /** Repositories use some hundred texts, but the number of assembled ones has no limit. */
  private static final int MOST_PARSED = 1_000;

  private static final Map<String, SqlText> PARSED = new ConcurrentHashMap<>();

  /**
   * @param text with parameters as {@code :name}
   * @param kinds number of row kinds in the result
   */
  static SqlText of(String text, int kinds) {
    SqlText parsed = PARSED.get(text);
    if (parsed == null) {
      parsed = parse(text, kinds);
      if (PARSED.size() < MOST_PARSED) {
        PARSED.put(text, parsed);
      }
    }
    return parsed;
  }

  PreparedStatement prepare(Connection connection, Map<String, Object> parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < names.size(); i++) {
      statement.setObject(i + 1, value(connection, parameters.get(names.get(i))));
    }
    return statement;
  }

  private static Object value(Connection connection, Object value) throws SQLException {
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    if (value instanceof Double[] numbers) {
      return connection.createArrayOf("float8", numbers);
    }
    if (value instanceof Long[] numbers) {
      return connection.createArrayOf("bigint", numbers);
    }
    if (value instanceof int[] numbers) {
      return connection.unwrap(PGConnection.class).createArrayOf("int4", numbers);
    }
    if (value instanceof UUID[] ids) {
      return connection.createArrayOf("uuid", ids);
    }
    return value instanceof String[] texts ? connection.createArrayOf("text", texts) : value;
  }

  private static SqlText parse(String text, int kinds) {
    Matcher name = NAME.matcher(text);
    List<String> names = new ArrayList<>();
    while (name.find()) {
      names.add(name.group(1));
    }
    return new SqlText(name.replaceAll("?"), List.copyOf(names), new int[kinds]);
  }
}
