package org.yujian.edition;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.yujian.auth.Caller;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.problem.ProblemTranslation;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.ConflictRetry;
import org.yujian.shared.transaction.Recurring;

/**
 * Publishes scheduled editions on every node, earliest first. One transaction claims and publishes
 * an edition, so a crash changes nothing and no edition is published twice. Server and database
 * errors are retried with growing pauses. Other errors fail at once: editors cannot change a
 * scheduled edition, so a retry would fail too. A failed edition does not delay others.
 */
@ApplicationScoped
public class ScheduledPublisher {

  static final int MOST_ATTEMPTS = 5;

  private static final Logger LOG = Logger.getLogger(ScheduledPublisher.class);
  private static final Caller CLOCK = Caller.program("clock");
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final int LONGER_EACH_TIME = 4;
  private static final int OURS_TO_REPEAT = 500;

  private final EditionRepository editions;
  private final PublicationService publishing;
  private final EditionAudit audit;
  private final DatabaseClock clock;

  private final Recurring recurring =
      new Recurring(LOG, "Scheduled editions cannot be looked for; retrying every second");

  /** The edition that a transaction had claimed when the transaction failed. */
  private static final class Claim {
    private UUID edition;
  }

  ScheduledPublisher(
      EditionRepository editions,
      PublicationService publishing,
      EditionAudit audit,
      DatabaseClock clock) {
    this.editions = editions;
    this.publishing = publishing;
    this.audit = audit;
    this.clock = clock;
  }

  /** The first tick runs at startup and publishes what became due while no node ran. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    recurring.run(this::runOnce);
  }

  public int runOnce() {
    int published = 0;
    Set<UUID> failed = new HashSet<>();
    while (true) {
      Claim claim = new Claim();
      try {
        if (!ConflictRetry.on(() -> publishNext(claim, failed))) {
          return published;
        }
        published++;
      } catch (RuntimeException failure) {
        if (claim.edition == null) {
          throw failure;
        }
        failed.add(claim.edition);
        settle(claim.edition, failure);
      }
    }
  }

  private boolean publishNext(Claim claim, Set<UUID> failed) {
    claim.edition = null;
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Optional<UUID> due = editions.claimDue(clock.now(), failed);
              due.ifPresent(
                  id -> {
                    claim.edition = id;
                    publishing.publishDue(id, CLOCK);
                  });
              return due.isPresent();
            });
  }

  private void settle(UUID id, RuntimeException failure) {
    ProblemCode code = ProblemTranslation.of(failure).code();
    log(id, code, failure);
    QuarkusTransaction.requiringNew().run(() -> settle(id, code));
  }

  /** Logs the stack trace only for unknown causes. */
  private static void log(UUID id, ProblemCode code, RuntimeException failure) {
    Throwable unknown = code == ProblemCode.INTERNAL_ERROR ? failure : null;
    LOG.warnf(unknown, "The scheduled edition %s could not be published: %s", id, code.code());
  }

  private void settle(UUID id, ProblemCode code) {
    editions.lockAccountOf(id);
    Edition edition = editions.lock(id).orElseThrow();
    if (edition.state != EditionState.SCHEDULED) {
      return;
    }
    Instant now = clock.now();
    boolean again = code.status() >= OURS_TO_REPEAT && edition.attempts + 1 < MOST_ATTEMPTS;
    Instant next = again ? now.plus(pause(edition.attempts)) : null;
    audit.edition(
        CLOCK,
        again ? "edition.postpone" : "edition.fail",
        edition,
        () -> edition.failed(code.code(), next, now));
  }

  /** 5 s, 20 s, 80 s, 320 s. */
  private static Duration pause(int earlier) {
    return FIRST_PAUSE.multipliedBy((long) Math.pow(LONGER_EACH_TIME, earlier));
  }
}
