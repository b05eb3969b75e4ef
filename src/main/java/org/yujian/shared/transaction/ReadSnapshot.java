package org.yujian.shared.transaction;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Supplier;
import org.yujian.shared.page.Sql;

/**
 * Gives all statements of a read one snapshot, so that a response never mixes two states, such as a
 * published edition with withdrawn articles. A single statement needs no transaction.
 */
@ApplicationScoped
public class ReadSnapshot {

  private final Sql sql;
  private final TransactionSynchronizationRegistry transaction;

  ReadSnapshot(Sql sql, TransactionSynchronizationRegistry transaction) {
    this.sql = sql;
    this.transaction = transaction;
  }

  /** For transactions that write: reads see their own writes, and locks keep them consistent. */
  @Transactional(TxType.MANDATORY)
  public void writing() {
    transaction.putResource(ReadSnapshot.class, true);
  }

  /** Call first in a transaction that only reads. False if the snapshot had begun already. */
  @Transactional(TxType.MANDATORY)
  public boolean begin() {
    if (transaction.getResource(ReadSnapshot.class) != null) {
      return false;
    }
    transaction.putResource(ReadSnapshot.class, true);
    sql.run("set transaction isolation level repeatable read, read only");
    return true;
  }

  /** Runs reads in one snapshot, in the current transaction or in a new one. */
  public <T> T of(Supplier<T> reads) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () -> {
              begin();
              return reads.get();
            });
  }
}
