package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.yujian.auth.Caller;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;

/** Schedules editions for {@link ScheduledPublisher} and cancels their schedules. */
@ApplicationScoped
public class Scheduling {

  /** Farthest time: a later one probably has a mistyped year. */
  static final Duration FARTHEST = Duration.ofDays(2 * 366);

  private final PublicationService publishing;
  private final ArticleRepository articles;
  private final DraftRepository drafts;
  private final PublicationSteps steps;
  private final EditionAudit audit;
  private final DatabaseClock clock;

  Scheduling(
      PublicationService publishing,
      ArticleRepository articles,
      DraftRepository drafts,
      PublicationSteps steps,
      EditionAudit audit,
      DatabaseClock clock) {
    this.publishing = publishing;
    this.articles = articles;
    this.drafts = drafts;
    this.steps = steps;
    this.audit = audit;
    this.clock = clock;
  }

  /** Schedules or reschedules an edition that satisfies the rules for publishing. */
  @RetryOnConflict
  @Transactional
  public void schedule(UUID id, EditionEtag seen, Instant at, Caller caller) {
    Edition edition = publishing.lock(id, caller);
    edition.requirePublishable();
    seen.require(edition, articles, drafts);
    Instant now = clock.now();
    if (!at.isAfter(now)) {
      throw EditionProblems.scheduleInPast(now);
    }
    Instant latest = now.plus(FARTHEST);
    if (at.isAfter(latest)) {
      throw EditionProblems.scheduleTooFar(latest);
    }
    steps.publishable(edition, articles.lockOfEdition(id));
    Instant due = at.truncatedTo(ChronoUnit.MICROS);
    audit.edition(caller, "edition.schedule", edition, () -> edition.schedule(due, now));
  }

  /** Turns a scheduled edition into a draft; 409 if the edition was published first. */
  @RetryOnConflict
  @Transactional
  public void unschedule(UUID id, EditionEtag seen, Caller caller) {
    Edition edition = publishing.lock(id, caller);
    edition.requireScheduled();
    seen.require(edition, articles, drafts);
    audit.edition(caller, "edition.unschedule", edition, () -> edition.unschedule(clock.now()));
  }
}
