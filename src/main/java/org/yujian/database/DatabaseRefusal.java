package org.yujian.database;

import java.net.UnknownHostException;
import java.sql.SQLException;

/** Explains to the operator why the database refused a start, and what to do. */
public final class DatabaseRefusal {
  private static final String NO_PRIVILEGE = "42501";
  private static final String WRONG_PASSWORD = "28P01";
  private static final String NO_SUCH_DATABASE = "3D000";
  private static final String CHECK_ACCESS =
      "Check QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and"
          + " QUARKUS_DATASOURCE_PASSWORD.";

  private DatabaseRefusal() {}

  /** Two lines without secrets: the reason and what to do. */
  public static String text(SQLException refused) {
    return "The database cannot be used: " + reason(refused) + "\n" + advice(refused);
  }

  private static String reason(SQLException refused) {
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "unknown host " + cause.getMessage();
      }
    }
    return String.valueOf(refused.getMessage()).replaceAll("\\s+", " ").strip();
  }

  private static String advice(SQLException refused) {
    if (refused instanceof OldPrimaryException) {
      return "Stop that server, or make it a standby of the new primary, and name the new primary in"
          + " QUARKUS_DATASOURCE_JDBC_URL. To go back to it deliberately, delete that file.";
    }
    String state = String.valueOf(refused.getSQLState());
    return switch (state) {
      case NO_SUCH_DATABASE ->
          "Create it on that server: create database NAME owner ROLE encoding 'UTF8' template"
              + " template0 — or correct QUARKUS_DATASOURCE_JDBC_URL.";
      case WRONG_PASSWORD -> "Check QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.";
      case NO_PRIVILEGE ->
          "Give Yujian's role this right, or make it the owner of the database and of its tables.";
      default ->
          String.valueOf(refused.getMessage()).contains("provided URL")
              ? "QUARKUS_DATASOURCE_JDBC_URL must look like"
                  + " jdbc:postgresql://HOST:5432/DATABASE."
              : CHECK_ACCESS;
    };
  }
}
