package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;

/** Schedules editions for {@link ScheduledPublisher} and cancels their schedules. */
@ApplicationScoped
public class Scheduling {

  /** A time further ahead is probably a mistyped year. */
  static final Duration FARTHEST = Duration.ofDays(2 * 366);

  @Inject PublicationService publishing;
  @Inject ArticleRepository articles;
  @Inject DraftRepository drafts;
  @Inject PublicationSteps goingLive;
  @Inject Audit audit;
  @Inject DatabaseClock clock;

  /** Schedules or reschedules an edition that could be published now. */
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
    goingLive.publishable(edition, articles.lockOfEdition(id));
    DeskEdition before = DeskEdition.of(edition, List.of(), List.of());
    edition.schedule(at.truncatedTo(ChronoUnit.MICROS), now);
    record("edition.schedule", edition, before, caller);
  }

  /** Turns a scheduled edition into a draft; 409 if it was published first. */
  @RetryOnConflict
  @Transactional
  public void unschedule(UUID id, EditionEtag seen, Caller caller) {
    Edition edition = publishing.lock(id, caller);
    DeskEdition before = DeskEdition.of(edition, List.of(), List.of());
    edition.requireScheduled();
    seen.require(edition, articles, drafts);
    edition.unschedule(clock.now());
    record("edition.unschedule", edition, before, caller);
  }

  private void record(String action, Edition edition, DeskEdition before, Caller caller) {
    DeskEdition after = DeskEdition.of(edition, List.of(), List.of());
    audit.record(
        caller, new AuditEvent(action, "edition", edition.id, edition.accountId, before, after));
  }
}
