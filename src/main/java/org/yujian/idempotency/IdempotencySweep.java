package org.yujian.idempotency;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.Recurring;

/** Deletes stored responses after a day. */
@ApplicationScoped
class IdempotencySweep {
  static final Duration KEPT = Duration.ofHours(24);

  private final Recurring recurring =
      new Recurring(
          Logger.getLogger(IdempotencySweep.class),
          "Old stored answers cannot be removed; retrying every ten minutes");

  private final StoredAnswerRepository answers;
  private final DatabaseClock clock;

  IdempotencySweep(StoredAnswerRepository answers, DatabaseClock clock) {
    this.answers = answers;
    this.clock = clock;
  }

  @Scheduled(every = "10m", concurrentExecution = ConcurrentExecution.SKIP)
  void scheduled() {
    recurring.run(this::runOnce);
  }

  @Transactional
  long runOnce() {
    return answers.deleteBefore(clock.now().minus(KEPT));
  }
}
