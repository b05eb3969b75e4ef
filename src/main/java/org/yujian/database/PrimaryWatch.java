package org.yujian.database;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Connects to every host of a JDBC URL with several, one after the other. So a node notices a
 * promotion within seconds also while the old primary still responds and the node's connections
 * lead there.
 */
@Singleton
class PrimaryWatch {
  private static final Logger LOG = Logger.getLogger(PrimaryWatch.class);
  private static final String CONNECT_SECONDS = "2";
  private static final String SILENCE_SECONDS = "3";

  private final Config config;

  PrimaryWatch(Config config) {
    this.config = config;
  }

  @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    DatabaseAccess access = DatabaseAccess.configured(config);
    if (!ConnectionDefaults.hasSeveralHosts(access.jdbcUrl())) {
      return;
    }
    Properties properties = access.login("yujian-watch");
    properties.setProperty("connectTimeout", CONNECT_SECONDS);
    properties.setProperty("socketTimeout", SILENCE_SECONDS);
    for (String host : ConnectionDefaults.single(access.jdbcUrl())) {
      try (Connection connection = new FencedDriver().connect(host, properties)) {
        LOG.tracef("%s responds", connection);
      } catch (SQLException e) {
        LOG.debug("A host is away, or an old primary", e);
      }
    }
  }
}
