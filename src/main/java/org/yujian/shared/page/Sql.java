package org.yujian.shared.page;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * Runs SQL queries. Within a transaction they join it and see its own writes. Without one, each
 * takes a connection from the pool: one statement is one snapshot, at no cost for a session, BEGIN
 * and COMMIT.
 */
@ApplicationScoped
public class Sql {

  /** Work to run on a connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private final AgroalDataSource pool;
  private final Session session;
  private final SessionFactoryImplementor sessions;
  private final TransactionSynchronizationRegistry transaction;

  @Inject
  Sql(
      AgroalDataSource pool,
      Session session,
      SessionFactory sessions,
      TransactionSynchronizationRegistry transaction) {
    this.pool = pool;
    this.session = session;
    this.sessions = sessions.unwrap(SessionFactoryImplementor.class);
    this.transaction = transaction;
  }

  /**
   * @param text with parameters as {@code :name}
   */
  public <T> SqlQuery<T> query(String text, SqlQuery.RowMapper<T> mapper) {
    return new SqlQuery<>(this, text, mapper);
  }

  /** Runs a statement without a result, such as a setting of the transaction. */
  public void run(String text) {
    with(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(text);
          }
        });
  }

  /** Runs one statement, counted in Hibernate's statistics. */
  <T> T with(Work<T> work) {
    sessions.getStatistics().prepareStatement();
    if (transaction.getTransactionKey() == null) {
      return alone(work);
    }
    session.flush();
    return session.doReturningWork(work::on);
  }

  private <T> T alone(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      return work.on(connection);
    } catch (SQLException failure) {
      throw sessions.getJdbcServices().getSqlExceptionHelper().convert(failure, "a query alone");
    }
  }
}
