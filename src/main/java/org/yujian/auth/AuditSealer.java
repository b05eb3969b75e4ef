package org.yujian.auth;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.Recurring;

/**
 * Seals committed audit rows into a hash chain in the order of reading, so that writers never wait.
 * One node seals at a time; the others retry every second.
 */
@ApplicationScoped
class AuditSealer {
  private static final Logger LOG = Logger.getLogger(AuditSealer.class);
  private static final int BATCH = 1_000;

  private final Recurring recurring =
      new Recurring(LOG, "The audit cannot be sealed; retrying every second");

  private final AuditRepository audit;
  private final DatabaseClock clock;

  AuditSealer(AuditRepository audit, DatabaseClock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void scheduled() {
    recurring.run(this::runOnce);
  }

  /** Seals all unsealed rows and returns their number; 0 while another node holds the lock. */
  int runOnce() {
    int all = 0;
    int batch;
    do {
      batch = QuarkusTransaction.requiringNew().call(this::batch);
      all += batch;
    } while (batch == BATCH);
    return all;
  }

  private int batch() {
    if (!audit.tryLockSealer()) {
      return 0;
    }
    // A separate statement after the lock sees what the previous sealer committed.
    List<AuditEntry> rows = audit.toSeal(BATCH);
    if (rows.isEmpty()) {
      return 0;
    }
    AuditHead head = audit.head();
    Long[] ids = new Long[rows.size()];
    Long[] seals = new Long[rows.size()];
    String[] hashes = new String[rows.size()];
    long place = head.sealed();
    String hash = head.sha256();
    for (int i = 0; i < ids.length; i++) {
      place++;
      hash = rows.get(i).chained(hash, place);
      ids[i] = rows.get(i).id();
      seals[i] = place;
      hashes[i] = hash;
    }
    audit.seal(ids, seals, hashes);
    audit.moveHead(place, hash, clock.now());
    return ids.length;
  }
}
