package org.yujian.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.postgresql.Driver;

/**
 * Opens connections outside the pool, whose exhaustion must not keep a node from reading changes.
 */
@ApplicationScoped
class LogConnections {
  private static final String SOURCE = "quarkus.datasource.";

  private final Config config;

  LogConnections(Config config) {
    this.config = config;
  }

  /** {@code pg_stat_activity} shows the connection as {@code yujian-} and the name. */
  Connection open(String name) throws SQLException {
    Properties properties = new Properties();
    value("username").ifPresent(user -> properties.setProperty("user", user));
    value("password").ifPresent(password -> properties.setProperty("password", password));
    properties.setProperty("ApplicationName", "yujian-" + name);
    // Seconds. A server that no longer responds must not delay a writer's response.
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("loginTimeout", "4");
    properties.setProperty("socketTimeout", "5");
    properties.setProperty("tcpKeepAlive", "true");
    // DriverManager does not find the driver from a Quarkus class loader.
    return new Driver().connect(value("jdbc.url").orElseThrow(), properties);
  }

  private Optional<String> value(String name) {
    return config.getOptionalValue(SOURCE + name, String.class);
  }
}
