package org.yujian.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** One to eight ordered articles that go live together. The aggregate's root: locked first. */
@Entity
class Edition {

  /** What goes live later than this after its time is marked late. */
  private static final long LATE_FROM_SECONDS = 60;

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  UUID id;

  @Column(name = "account_id")
  UUID accountId;

  @Enumerated(EnumType.STRING)
  EditionState state;

  @Column(name = "scheduled_at")
  Instant scheduledAt;

  /** When the clock tries next: at first {@code scheduledAt}. */
  @Column(name = "due_at")
  Instant dueAt;

  /** Attempts of the clock that failed. */
  int attempts;

  @Column(name = "problem_code")
  String problemCode;

  @Column(name = "problem_at")
  Instant problemAt;

  @Column(name = "published_at")
  Instant publishedAt;

  /** Set when it went live more than a minute after its time. */
  @Column(name = "late_seconds")
  Long lateSeconds;

  /** Counts public changes. */
  long version;

  /** Counts every change of it or of a draft in it. */
  @Column(name = "desk_version")
  long deskVersion;

  @Embedded Withdrawal withdrawal;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "updated_at")
  Instant updatedAt;

  Edition() {}

  Edition(UUID accountId, String createdBy, Instant now) {
    this.accountId = accountId;
    this.state = EditionState.DRAFT;
    this.deskVersion = 1;
    this.createdBy = createdBy;
    this.createdAt = now;
    this.updatedAt = now;
  }

  /** Fails unless it may go live now. */
  void requirePublishable() {
    switch (state) {
      case PUBLISHED -> throw EditionProblems.alreadyPublished(this);
      case WITHDRAWN -> throw EditionProblems.withdrawn(this);
      default -> {}
    }
  }

  /** Fails unless its drafts may be changed. */
  void requireEditable() {
    if (state == EditionState.SCHEDULED) {
      throw EditionProblems.scheduled(this);
    }
    requirePublishable();
  }

  /** Fails unless articles may come, go or change their places in it. */
  void requireOpen() {
    switch (state) {
      case SCHEDULED -> throw EditionProblems.scheduled(this);
      case PUBLISHED, WITHDRAWN -> throw EditionProblems.closed(this);
      default -> {}
    }
  }

  /** Fails unless it was never live. */
  void requireNeverLive() {
    switch (state) {
      case SCHEDULED -> throw EditionProblems.scheduled(this);
      case PUBLISHED, WITHDRAWN -> throw EditionProblems.wasPublished(this);
      default -> {}
    }
  }

  /**
   * Goes live; under the change log's lock, which orders the moments.
   *
   * @param at its place in the feed, for an archive's edition long ago
   */
  void publish(Instant at, Instant now) {
    requirePublishable();
    long late = scheduledAt == null ? 0 : Duration.between(scheduledAt, now).toSeconds();
    lateSeconds = late > LATE_FROM_SECONDS ? late : null;
    forgetSchedule();
    live(at, now);
  }

  /** Goes live again, at a new place in the feed. */
  void republish(Instant at, Instant now) {
    requireWithdrawn();
    withdrawal = null;
    lateSeconds = null;
    live(at, now);
  }

  /** Fails unless it was taken back. */
  void requireWithdrawn() {
    if (state != EditionState.WITHDRAWN) {
      throw EditionProblems.notWithdrawn(this);
    }
  }

  private void live(Instant at, Instant now) {
    state = EditionState.PUBLISHED;
    publishedAt = at;
    changedForAll(now);
  }

  /** The clock publishes it then; frozen until that happens. A scheduled one gets another time. */
  void schedule(Instant at, Instant now) {
    requirePublishable();
    forgetSchedule();
    state = EditionState.SCHEDULED;
    scheduledAt = at;
    dueAt = at;
    changedAtDesk(now);
  }

  /** Becomes a plain draft again. */
  void unschedule(Instant now) {
    requireScheduled();
    forgetSchedule();
    state = EditionState.DRAFT;
    changedAtDesk(now);
  }

  /** Fails unless it waits for the clock, or waited in vain. */
  void requireScheduled() {
    requirePublishable();
    if (state == EditionState.DRAFT) {
      throw EditionProblems.notScheduled(this);
    }
  }

  /**
   * The clock could not publish it.
   *
   * @param again when it tries next; null: never, an editor has to look at it
   */
  void failed(String code, Instant again, Instant now) {
    if (state != EditionState.SCHEDULED) {
      throw new IllegalStateException("the clock publishes only what is scheduled");
    }
    attempts++;
    problemCode = code;
    problemAt = now;
    dueAt = again;
    if (again == null) {
      state = EditionState.FAILED;
    }
    changedAtDesk(now);
  }

  private void forgetSchedule() {
    scheduledAt = null;
    dueAt = null;
    attempts = 0;
    problemCode = null;
    problemAt = null;
  }

  /** Is taken back as a whole. */
  void withdraw(WithdrawRequest request, Instant now) {
    switch (state) {
      case WITHDRAWN -> throw EditionProblems.withdrawn(this);
      case PUBLISHED -> {}
      default -> throw EditionProblems.notPublished(this);
    }
    state = EditionState.WITHDRAWN;
    withdrawal = new Withdrawal(request, now);
    changedForAll(now);
  }

  /**
   * Something that the public sees of it is different: an article was corrected, tagged, taken
   * back.
   */
  void changedForAll(Instant now) {
    version++;
    changedAtDesk(now);
  }

  /** A draft in it changes; 409 while it is scheduled, for what was looked at is to go live. */
  void editDraft(Instant now) {
    if (state == EditionState.SCHEDULED) {
      throw EditionProblems.scheduled(this);
    }
    changedAtDesk(now);
  }

  /** Something that only the desk sees is different. */
  void changedAtDesk(Instant now) {
    deskVersion++;
    updatedAt = now;
  }
}
