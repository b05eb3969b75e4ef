package org.yujian.idempotency;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.yujian.shared.time.DatabaseClock;

/** Forgets answers after a day. Every node may do it. */
@ApplicationScoped
class IdempotencySweep {
  static final Duration KEPT = Duration.ofHours(24);

  @Inject StoredAnswers answers;
  @Inject DatabaseClock clock;

  @Scheduled(every = "10m", concurrentExecution = ConcurrentExecution.SKIP)
  void scheduled() {
    runOnce();
  }

  /** How many went. */
  @Transactional
  int runOnce() {
    return answers.deleteBefore(clock.now().minus(KEPT));
  }
}
