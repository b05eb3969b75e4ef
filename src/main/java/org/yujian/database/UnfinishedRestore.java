package org.yujian.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A table that exists while a backup is being restored. A restore that was interrupted leaves it,
 * so that no program serves half of the content.
 */
public final class UnfinishedRestore {
  public static final String TABLE = "restore_unfinished";

  private UnfinishedRestore() {}

  /** Whether the database has the table. */
  static boolean isIn(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("select to_regclass('" + TABLE + "') is not null")) {
      found.next();
      return found.getBoolean(1);
    }
  }
}
