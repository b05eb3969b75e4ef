package org.yujian.shared.transaction;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;
import org.yujian.shared.page.Sql;

/**
 * One moment for all statements of a read. Without it an answer made of several statements could
 * mix two moments: a new revision's light fields with the old one's body, an edition that is
 * published with articles that have been withdrawn. One statement alone ({@code shared.page.Sql})
 * is one moment by itself and needs no transaction.
 */
@ApplicationScoped
public class ReadSnapshot {

  @Inject Sql sql;
  @Inject TransactionSynchronizationRegistry transaction;

  /**
   * The first thing in a transaction that does work and then reads its answer: reads in it see its
   * own writes, whatever they call, and its locks keep together what they see.
   */
  @Transactional(TxType.MANDATORY)
  public void writing() {
    transaction.putResource(ReadSnapshot.class, true);
  }

  /**
   * The first thing in a transaction that only reads; once begun, nothing happens.
   *
   * @return whether it begins here
   */
  @Transactional(TxType.MANDATORY)
  public boolean begin() {
    if (transaction.getResource(ReadSnapshot.class) != null) {
      return false;
    }
    transaction.putResource(ReadSnapshot.class, true);
    sql.run("set transaction isolation level repeatable read, read only");
    return true;
  }

  /** Reads of one moment, in the transaction that there is or in one of their own. */
  public <T> T of(Supplier<T> reads) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () -> {
              begin();
              return reads.get();
            });
  }
}
