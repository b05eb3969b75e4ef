package org.yujian.database;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Limits how long each migration waits for a lock. Everybody who needs the table waits behind it
 * meanwhile; a statement of the program waits 5 seconds. A migration whose name ends with {@code
 * _concurrently} has no limit: it waits for old transactions, and nobody waits behind it.
 */
final class MigrationLockTimeout implements Callback {
  private static final String LIMIT = "set lock_timeout = '2s'";
  private static final String NO_LIMIT = "set lock_timeout = 0";
  private static final String DEFAULT = "reset lock_timeout";
  private static final String CONCURRENT = "_concurrently.sql";

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try (Statement statement = context.getConnection().createStatement()) {
      statement.execute(
          event == Event.AFTER_EACH_MIGRATE
              ? DEFAULT
              : context.getMigrationInfo().getScript().endsWith(CONCURRENT) ? NO_LIMIT : LIMIT);
    } catch (SQLException e) {
      throw new FlywayException("The waits of a migration cannot be limited", e);
    }
  }

  @Override
  public String getCallbackName() {
    return "lock timeout";
  }
}
