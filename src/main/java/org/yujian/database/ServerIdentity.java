package org.yujian.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The server that a connection leads to, as it was when the connection was made. A promoted standby
 * keeps the system identifier of its old primary and has a higher timeline.
 *
 * @param timeline the timeline that the server writes; 0 for a standby, which writes none
 */
record ServerIdentity(String systemIdentifier, int timeline, boolean standby) {
  private static final int HEXADECIMAL = 16;

  /**
   * SQL for the timeline that the server writes now, 8 hexadecimal digits; empty on a standby. The
   * control file (pg_control_checkpoint) has the new timeline only after the first checkpoint that
   * follows a promotion.
   */
  static final String WRITTEN_TIMELINE =
      "case when pg_is_in_recovery() then ''"
          + " else substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) end";

  private static final String READ =
      "select (pg_control_system()).system_identifier::text, " + WRITTEN_TIMELINE;

  /** Asks the server; one round trip. */
  static ServerIdentity of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(READ)) {
      row.next();
      int timeline = timeline(row.getString(2));
      return new ServerIdentity(row.getString(1), timeline, timeline == 0);
    }
  }

  /** Number of a timeline that {@link #WRITTEN_TIMELINE} returned; 0 for a standby. */
  static int timeline(String hexadecimal) {
    return hexadecimal.isEmpty() ? 0 : Integer.parseUnsignedInt(hexadecimal, HEXADECIMAL);
  }
}
