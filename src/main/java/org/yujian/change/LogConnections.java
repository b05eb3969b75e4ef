package org.yujian.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.postgresql.Driver;

/**
 * Connections of the tailer's own, outside the pool, to the server that content is read from: they
 * stay open, and a full pool must not keep a node from learning of changes.
 */
@ApplicationScoped
class LogConnections {
  private static final String SOURCE = "quarkus.datasource.";

  @Inject Config config;

  /**
   * @param name shown in {@code pg_stat_activity}, behind {@code yujian-}
   */
  Connection open(String name) throws SQLException {
    Properties properties = new Properties();
    value("username").ifPresent(user -> properties.setProperty("user", user));
    value("password").ifPresent(password -> properties.setProperty("password", password));
    properties.setProperty("ApplicationName", "yujian-" + name);
    // Seconds. A server that went away without a word must not hold up a writer's answer.
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("loginTimeout", "4");
    properties.setProperty("socketTimeout", "5");
    properties.setProperty("tcpKeepAlive", "true");
    // The driver itself: DriverManager does not see it from a Quarkus class loader.
    return new Driver().connect(value("jdbc.url").orElseThrow(), properties);
  }

  private Optional<String> value(String name) {
    return config.getOptionalValue(SOURCE + name, String.class);
  }
}
