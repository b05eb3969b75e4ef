package org.yujian.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.yujian.database.ConnectionDefaults;
import org.yujian.database.FencedDriver;
import org.yujian.database.TimelineFence;

/**
 * Opens connections outside the pool, whose exhaustion must not keep a node from reading changes.
 */
@ApplicationScoped
class LogConnections {
  private static final String SOURCE = "quarkus.datasource.";

  private final Config config;
  private final TimelineFence fence;

  LogConnections(Config config, TimelineFence fence) {
    this.config = config;
    this.fence = fence;
  }

  /**
   * Changes when PostgreSQL has failed over. A connection opened before then may lead to the old
   * primary and has to be opened again.
   */
  int generation() {
    return fence.rises();
  }

  /** {@code pg_stat_activity} shows the connection as {@code yujian-} and the name. */
  Connection open(String name) throws SQLException {
    Properties properties = new Properties();
    value("username").ifPresent(user -> properties.setProperty("user", user));
    value("password").ifPresent(password -> properties.setProperty("password", password));
    properties.setProperty("ApplicationName", "yujian-" + name);
    String url = value("jdbc.url").orElseThrow();
    // Seconds. A server that no longer responds must not delay a writer's response.
    properties.setProperty("connectTimeout", "2");
    if (!ConnectionDefaults.hasSeveralHosts(url)) {
      properties.setProperty("loginTimeout", "4");
    }
    properties.setProperty("socketTimeout", "5");
    properties.setProperty("tcpKeepAlive", "true");
    return new FencedDriver().connect(url, properties);
  }

  private Optional<String> value(String name) {
    return config.getOptionalValue(SOURCE + name, String.class);
  }
}
