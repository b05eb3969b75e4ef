package org.yujian.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.yujian.database.ConnectionDefaults;
import org.yujian.database.DatabaseAccess;
import org.yujian.database.FencedDriver;
import org.yujian.database.TimelineFence;

/**
 * Opens connections outside the pool, whose exhaustion must not keep a node from reading changes.
 */
@ApplicationScoped
class LogConnections {
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
    DatabaseAccess access = DatabaseAccess.configured(config);
    Properties properties = access.login("yujian-" + name);
    // Seconds. A server that no longer responds must not delay a writer's response.
    properties.setProperty("connectTimeout", "2");
    if (ConnectionDefaults.hasSeveralHosts(access.jdbcUrl())) {
      properties.setProperty("socketTimeout", "3");
    } else {
      properties.setProperty("socketTimeout", "5");
      properties.setProperty("loginTimeout", "4");
    }
    properties.setProperty("tcpKeepAlive", "true");
    return new FencedDriver().connect(access.jdbcUrl(), properties);
  }
}
