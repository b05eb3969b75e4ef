package org.yujian.shared.page;

import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.postgresql.PGConnection;

/**
 * A query in SQL for what is read most: narrow rows straight from the driver, within the caller's
 * transaction and after its own writes. A projection by JPQL costs about three times the time of
 * the processor ({@code bench/}); everything that is not read by everybody stays with JPQL.
 *
 * @param <T> what a row becomes
 */
public final class SqlQuery<T> {

  /** Makes an object of the row that the cursor stands on. */
  @FunctionalInterface
  public interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** Statements with question marks, and the names that stood there, in order. */
  private record Parsed(String sql, List<String> names) {}

  private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

  /** As many as repositories can ask for. */
  private static final Map<String, Parsed> PARSED = new ConcurrentHashMap<>();

  private final EntityManager entityManager;
  private final String text;
  private final RowMapper<T> mapper;
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private int seconds;

  /**
   * @param text with parameters as {@code :name}
   */
  public SqlQuery(EntityManager entityManager, String text, RowMapper<T> mapper) {
    this.entityManager = entityManager;
    this.text = text;
    this.mapper = mapper;
  }

  /**
   * @param value a number, text, {@code UUID}, {@code Instant}, or an array of texts, numbers or
   *     ids
   */
  public SqlQuery<T> set(String name, Object value) {
    parameters.put(name, value);
    return this;
  }

  /** The server gives up after so many seconds: 503. For what may cost much; else no limit. */
  public SqlQuery<T> within(int atMost) {
    seconds = atMost;
    return this;
  }

  SqlQuery<T> set(Map<String, Object> more) {
    parameters.putAll(more);
    return this;
  }

  /** All rows, in the order of the statement. */
  public List<T> list() {
    entityManager.flush();
    return counted(entityManager).doReturningWork(this::read);
  }

  /** Runs a statement that answers nothing, such as a setting of the transaction. */
  public static void run(EntityManager entityManager, String sql) {
    counted(entityManager)
        .doWork(
            connection -> {
              try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
              }
            });
  }

  /** For Hibernate's statistics, which would not know of the one statement that follows. */
  private static Session counted(EntityManager entityManager) {
    Session session = entityManager.unwrap(Session.class);
    session
        .getSessionFactory()
        .unwrap(SessionFactoryImplementor.class)
        .getStatistics()
        .prepareStatement();
    return session;
  }

  private List<T> read(Connection connection) throws SQLException {
    Parsed parsed = PARSED.computeIfAbsent(text, SqlQuery::parse);
    try (PreparedStatement statement = connection.prepareStatement(parsed.sql)) {
      for (int i = 0; i < parsed.names.size(); i++) {
        statement.setObject(i + 1, value(connection, parameters.get(parsed.names.get(i))));
      }
      if (seconds > 0) {
        statement.setQueryTimeout(seconds);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
          all.add(mapper.map(rows));
        }
        return all;
      }
    }
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

  private static Parsed parse(String text) {
    Matcher name = NAME.matcher(text);
    List<String> names = new ArrayList<>();
    while (name.find()) {
      names.add(name.group(1));
    }
    return new Parsed(name.replaceAll("?"), List.copyOf(names));
  }

  /** A column of type {@code uuid}. */
  public static UUID uuid(ResultSet row, int column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  /** A column of type {@code timestamptz}. */
  public static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** A column of type {@code text[]}. */
  public static List<String> texts(ResultSet row, int column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }
}
