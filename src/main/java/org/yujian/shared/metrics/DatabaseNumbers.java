package org.yujian.shared.metrics;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** One row of numbers for gauges: read at a scrape, once a second at most, NaN while that fails. */
public final class DatabaseNumbers {
  private static final Logger LOG = Logger.getLogger(DatabaseNumbers.class);
  private static final long KEEP = Duration.ofSeconds(1).toNanos();

  private final DataSource database;
  private final String query;
  private final int columns;

  private double[] values;
  private long readAt;

  public DatabaseNumbers(DataSource database, String query, int columns) {
    this.database = database;
    this.query = query;
    this.columns = columns;
  }

  public synchronized double get(int column) {
    if (values == null || System.nanoTime() - readAt > KEEP) {
      values = read();
      readAt = System.nanoTime();
    }
    return values[column - 1];
  }

  private double[] read() {
    double[] read = new double[columns];
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      for (int column = 1; column <= columns; column++) {
        read[column - 1] = row.getDouble(column);
      }
    } catch (SQLException e) {
      LOG.debug("No numbers", e);
      Arrays.fill(read, Double.NaN);
    }
    return read;
  }
}
