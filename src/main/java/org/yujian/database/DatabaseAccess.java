package org.yujian.database;

import java.util.Properties;
import org.eclipse.microprofile.config.Config;

/**
 * How to connect to a server.
 *
 * @param jdbcUrl address without password; that of an embedded server stays valid when the server
 *     is restarted
 * @param user role of the program; owns the database and is no superuser
 * @param password password of the role; must not be logged
 */
public record DatabaseAccess(String jdbcUrl, String user, String password) {
  private static final String SOURCE = "quarkus.datasource.";

  /** That of the settings; user and password are empty when they are in the URL. */
  public static DatabaseAccess configured(Config config) {
    return new DatabaseAccess(
        config.getValue(SOURCE + "jdbc.url", String.class),
        config.getOptionalValue(SOURCE + "username", String.class).orElse(""),
        config.getOptionalValue(SOURCE + "password", String.class).orElse(""));
  }

  /**
   * Properties of a connection outside the pool.
   *
   * @param application name in {@code pg_stat_activity}
   */
  public Properties login(String application) {
    Properties login = new Properties();
    if (!user.isEmpty()) {
      login.setProperty("user", user);
    }
    if (!password.isEmpty()) {
      login.setProperty("password", password);
    }
    login.setProperty("ApplicationName", application);
    return login;
  }

  @Override
  public String toString() {
    return user + " at " + jdbcUrl;
  }
}
