package org.yujian.change;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Reads rows of the log over a connection owned by the {@link Tailer}. Not thread-safe. */
final class LogReader implements AutoCloseable {

  private static final String COLUMNS =
      """
      c.seq, c.nonce, c.at, c.type, c.thing_id, c.version, c.parts, c.account_ids, c.edition_ids,
      c.tags, c.target_ids
      """;

  /** One statement, so that role, last known row and new rows are from one snapshot. */
  private static final String READ =
      String.format(
          Locale.ROOT,
          """
          select %s, s.standby, s.known
          from (select pg_is_in_recovery() as standby,
              (select nonce from change where seq = ?) as known) s
          left join (select * from change where seq > ? order by seq limit ?) c on true
          order by c.seq
          """,
          COLUMNS);

  private static final String NEWEST = "select seq, nonce from change order by seq desc limit 1";

  /** Detects another server. A copied one looks the same; there {@link Batch#known} is false. */
  private static final String SERVER =
      """
      select (select system_identifier from pg_control_system()),
        case when pg_is_in_recovery()
          then (select min_recovery_end_timeline::text from pg_control_recovery())
          else substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) end,
        pg_is_in_recovery(),
        (select log_id from change_state)
      """;

  /** Number and nonce of a row; the nonce, a random number, tells rows of equal number apart. */
  record Place(long seq, long nonce) {
    static final Place NONE = new Place(0, 0);
  }

  /**
   * Rows after a position.
   *
   * @param known whether the row at the position is still there, with the same nonce; false means
   *     that the log is a different one
   * @param standby whether the server is a standby
   */
  record Batch(List<CommittedChange> rows, boolean known, boolean standby) {}

  private final Connection connection;
  private final PreparedStatement read;
  private final LogServer server;

  LogReader(Connection connection) throws SQLException {
    this.connection = connection;
    try {
      server = server(connection);
      read = connection.prepareStatement(READ);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  LogServer server() {
    return server;
  }

  Place newest() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(NEWEST)) {
      return row.next() ? new Place(row.getLong(1), row.getLong(2)) : Place.NONE;
    }
  }

  Batch after(Place place, int limit) throws SQLException {
    read.setLong(1, place.seq());
    read.setLong(2, place.seq());
    read.setInt(3, limit);
    try (ResultSet result = read.executeQuery()) {
      List<CommittedChange> rows = new ArrayList<>();
      boolean known = false;
      boolean standby = false;
      while (result.next()) {
        standby = result.getBoolean("standby");
        long nonce = result.getLong("known");
        known = place.seq() == 0 || !result.wasNull() && nonce == place.nonce();
        if (result.getLong("seq") > 0) {
          rows.add(row(result));
        }
      }
      return new Batch(rows, known, standby);
    }
  }

  /** Notifies the other nodes. A lost notification delays them until their next poll. */
  void wakeOthers() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("notify " + Tailer.CHANNEL);
    }
  }

  private static CommittedChange row(ResultSet result) throws SQLException {
    return new CommittedChange(
        result.getLong(1),
        result.getLong(2),
        result.getObject(3, OffsetDateTime.class).toInstant(),
        ChangedThing.of(result.getString(4)),
        result.getObject(5, UUID.class),
        result.getLong(6),
        list(result.getArray(7), String[].class),
        list(result.getArray(8), UUID[].class),
        list(result.getArray(9), UUID[].class),
        list(result.getArray(10), String[].class),
        list(result.getArray(11), UUID[].class));
  }

  private static <T> List<T> list(Array array, Class<T[]> type) throws SQLException {
    return Arrays.asList(type.cast(array.getArray()));
  }

  private static LogServer server(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // This connection writes only notifications, which are not worth waiting for the disk.
      statement.execute("set synchronous_commit = off");
      try (ResultSet row = statement.executeQuery(SERVER)) {
        row.next();
        return new LogServer(
            row.getString(1), row.getString(2), row.getBoolean(3), row.getString(4));
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
