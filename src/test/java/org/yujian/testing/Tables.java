package org.yujian.testing;

import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.yujian.cache.ResponseCache;
import org.yujian.change.Tailer;

/** What tests do to the database behind the program's back: empty it, look into it. */
public final class Tables {
  private static final String DEADLOCK = "40P01";
  private static final int MOST_ATTEMPTS = 5;

  private final DataSource source;

  public Tables(DataSource source) {
    this.source = source;
  }

  /**
   * Empties every table; keys stay, so that clients of other tests go on, and the identities of the
   * log and the feeds.
   */
  public void empty() {
    String all =
        String.join(
            ", ",
            texts(
                """
                select quote_ident(relname) from pg_stat_user_tables
                where relname not in
                  ('flyway_schema_history', 'api_key', 'change_state', 'feed_identity')
                """));
    // The audit may be emptied by who says so.
    String truncate = "set local yujian.purge = 'on'; truncate " + all;
    if (Arc.container() == null) {
      runInSpiteOfDeadlocks(truncate);
      return;
    }
    // That the log begins anew is worth a warning everywhere else.
    Logger tailer = Logger.getLogger(Tailer.class.getName());
    tailer.setLevel(Level.SEVERE);
    try {
      runInSpiteOfDeadlocks(truncate);
      Arc.container().instance(Tailer.class).get().advance();
    } finally {
      tailer.setLevel(null);
    }
    // No row of the log says so.
    Arc.container().instance(ResponseCache.class).get().forget();
  }

  /** A queued import of the test before may still be at work, and locks tables in its own order. */
  private void runInSpiteOfDeadlocks(String sql) {
    for (int attempt = 1; ; attempt++) {
      try {
        run(sql);
        return;
      } catch (AssertionError failed) {
        boolean deadlock =
            failed.getCause() instanceof SQLException e && DEADLOCK.equals(e.getSQLState());
        if (!deadlock || attempt == MOST_ATTEMPTS) {
          throw failed;
        }
      }
    }
  }

  /** Runs statements; several in one text are one transaction. */
  public void run(String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** As {@link #run} for changes that the public sees: their rows in the change log go along. */
  public void runLogged(String sql) {
    run(sql + ";" + LoggedChanges.MISSING_ROWS);
  }

  /** The first column of every row. */
  public List<String> texts(String sql, Object... parameters) {
    return rows(sql, parameters).stream().map(row -> row.get(0)).toList();
  }

  /** The first column of the only row. */
  public long number(String sql, Object... parameters) {
    return Long.parseLong(texts(sql, parameters).get(0));
  }

  /** Every row, columns as text. */
  public List<List<String>> rows(String sql, Object... parameters) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        int columns = result.getMetaData().getColumnCount();
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            row.add(result.getString(i));
          }
          rows.add(row);
        }
        return rows;
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
