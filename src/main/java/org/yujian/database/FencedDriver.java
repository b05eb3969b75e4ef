package org.yujian.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.core.BaseConnection;

/**
 * The JDBC driver of all connections of a node: that of PostgreSQL, with {@link ConnectionDefaults}
 * and behind the {@link TimelineFence}. If the first primary among several hosts is an old one, the
 * others are tried.
 */
public final class FencedDriver implements Driver {
  private final org.postgresql.Driver driver = new org.postgresql.Driver();
  private final boolean fenced;

  public FencedDriver() {
    this(true);
  }

  private FencedDriver(boolean fenced) {
    this.fenced = fenced;
  }

  /** The same defaults without a fence, for a server that the operator chose. */
  public static Driver unfenced() {
    return new FencedDriver(false);
  }

  /**
   * @throws SQLException with SQLSTATE 08004 when the only primary is an old one
   */
  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    Properties all = ConnectionDefaults.complete(url, info);
    Connection first = driver.connect(url, all);
    if (first == null || !fenced) {
      return first;
    }
    try {
      return admitted(first);
    } catch (OldPrimaryException refused) {
      return atAnotherHost(url, all, refused);
    }
  }

  private Connection atAnotherHost(String url, Properties all, OldPrimaryException refused)
      throws SQLException {
    if (ConnectionDefaults.hasSeveralHosts(url)) {
      for (String single : ConnectionDefaults.single(url)) {
        try {
          return admitted(driver.connect(single, all));
        } catch (SQLException unusable) {
          refused.addSuppressed(unusable);
        }
      }
    }
    throw refused;
  }

  private static Connection admitted(Connection connection) throws SQLException {
    TimelineFence fence = TimelineFence.in(dataDir());
    boolean admitted = false;
    try {
      ServerIdentity server = ServerIdentity.of(connection);
      Integer higher = fence.admit(server);
      if (higher != null) {
        throw new OldPrimaryException(host(connection), server, higher, fence.path());
      }
      fence.remember(connection, server);
      admitted = true;
      return connection;
    } finally {
      if (!admitted) {
        connection.close();
      }
    }
  }

  private static String host(Connection connection) throws SQLException {
    return connection.unwrap(BaseConnection.class).getQueryExecutor().getHostSpec().toString();
  }

  /** A pool creates its driver without the program's beans. */
  private static Path dataDir() {
    return Path.of(
        ConfigProvider.getConfig()
            .getOptionalValue("yujian.data-dir", String.class)
            .orElse("./data"));
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return driver.acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return driver.getPropertyInfo(url, info);
  }

  @Override
  public int getMajorVersion() {
    return driver.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return driver.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return driver.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() {
    return driver.getParentLogger();
  }
}
