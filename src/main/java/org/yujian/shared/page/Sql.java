package org.yujian.shared.page;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TransactionRequiredException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * Runs SQL: queries for public reads, and statements for which JPQL has no form. In a transaction
 * they see its writes. Outside, a query takes a connection from the pool and is one snapshot, which
 * saves a session, BEGIN and COMMIT. Advisory locks are held until the end of the transaction.
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

  /**
   * @param text with parameters as {@code :name}; needs a transaction
   */
  public SqlStatement statement(String text) {
    return new SqlStatement(this, text);
  }

  /** Takes an advisory lock; waits while another transaction, on any node, holds it. */
  public void lock(long key) {
    statement("select 1 from pg_advisory_xact_lock(:key)").set("key", key).run();
  }

  /** Takes an advisory lock; false when another transaction, on any node, holds it. */
  public boolean tryLock(long key) {
    return statement("select pg_try_advisory_xact_lock(:key)")
        .set("key", key)
        .row(row -> row.flag(1))
        .orElseThrow();
  }

  /** Writes pending changes of entities now, so that their locks are taken before later ones. */
  public void flush() {
    session.flush();
  }

  /** Maximum number of entity changes that the transaction sends in one round trip. */
  public void batchSize(int changes) {
    session.setJdbcBatchSize(changes);
  }

  /** Runs a statement without a result, such as a setting of the transaction. */
  public void run(String text) {
    withOrWithoutTransaction(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(text);
          }
        });
  }

  /** Runs one statement in the current transaction or, without one, on a pooled connection. */
  <T> T withOrWithoutTransaction(Work<T> work) {
    sessions.getStatistics().prepareStatement();
    if (transaction.getTransactionKey() == null) {
      return alone(work);
    }
    session.flush();
    return session.doReturningWork(work::on);
  }

  /** Runs one statement in the current transaction, which must exist. */
  <T> T inTransaction(boolean flush, Work<T> work) {
    if (transaction.getTransactionKey() == null) {
      throw new TransactionRequiredException("SqlStatement");
    }
    sessions.getStatistics().prepareStatement();
    if (flush) {
      session.flush();
    }
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
