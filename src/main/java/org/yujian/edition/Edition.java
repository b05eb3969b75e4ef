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

/** One to eight ordered articles that go live together. Locked before its articles. */
@Entity
public class Edition {

  /** Delay from which {@link #lateSeconds} is stored. */
  private static final long LATE_FROM_SECONDS = 60;

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  @Column(name = "account_id")
  public UUID accountId;

  @Enumerated(EnumType.STRING)
  public EditionState state;

  @Column(name = "scheduled_at")
  public Instant scheduledAt;

  /** Time of the next attempt to publish; at first {@code scheduledAt}. */
  @Column(name = "due_at")
  Instant dueAt;

  int attempts;

  @Column(name = "problem_code")
  String problemCode;

  @Column(name = "problem_at")
  Instant problemAt;

  @Column(name = "published_at")
  Instant publishedAt;

  /** Delay of the publication; null up to a minute. */
  @Column(name = "late_seconds")
  Long lateSeconds;

  /** Rises with every change that the public can see. */
  long version;

  /** Rises with every change of the edition or of a draft in it. */
  @Column(name = "desk_version")
  public long deskVersion;

  @Embedded Withdrawal withdrawal;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "updated_at")
  Instant updatedAt;

  Edition() {}

  public Edition(UUID accountId, String createdBy, Instant now) {
    this.accountId = accountId;
    this.state = EditionState.DRAFT;
    this.deskVersion = 1;
    this.createdBy = createdBy;
    this.createdAt = now;
    this.updatedAt = now;
  }

  void requirePublishable() {
    switch (state) {
      case PUBLISHED -> throw EditionProblems.alreadyPublished(id, publishedAt);
      case WITHDRAWN -> throw EditionProblems.withdrawn(id, withdrawal);
      default -> {}
    }
  }

  void requireEditable() {
    if (state == EditionState.SCHEDULED) {
      throw EditionProblems.scheduled(id, scheduledAt);
    }
    requirePublishable();
  }

  public void requireOpen() {
    switch (state) {
      case SCHEDULED -> throw EditionProblems.scheduled(id, scheduledAt);
      case PUBLISHED, WITHDRAWN -> throw EditionProblems.closed(id);
      default -> {}
    }
  }

  public void requireNeverLive() {
    switch (state) {
      case SCHEDULED -> throw EditionProblems.scheduled(id, scheduledAt);
      case PUBLISHED, WITHDRAWN -> throw EditionProblems.wasPublished(id);
      default -> {}
    }
  }

  /**
   * Publishes the edition. {@code at} determines its position in the feed; for an archive it is in
   * the past. The caller has locked the change log, so publication times have the order of commits.
   */
  void publish(Instant at, Instant now) {
    requirePublishable();
    long late = scheduledAt == null ? 0 : Duration.between(scheduledAt, now).toSeconds();
    lateSeconds = late > LATE_FROM_SECONDS ? late : null;
    forgetSchedule();
    live(at, now);
  }

  void republish(Instant at, Instant now) {
    requireWithdrawn();
    withdrawal = null;
    lateSeconds = null;
    live(at, now);
  }

  void requireWithdrawn() {
    if (state != EditionState.WITHDRAWN) {
      throw EditionProblems.notWithdrawn(id);
    }
  }

  private void live(Instant at, Instant now) {
    state = EditionState.PUBLISHED;
    publishedAt = at;
    changedForAll(now);
  }

  /** Schedules or reschedules the publication; until then editors cannot change the edition. */
  void schedule(Instant at, Instant now) {
    requirePublishable();
    forgetSchedule();
    state = EditionState.SCHEDULED;
    scheduledAt = at;
    dueAt = at;
    changedAtDesk(now);
  }

  void unschedule(Instant now) {
    requireScheduled();
    forgetSchedule();
    state = EditionState.DRAFT;
    changedAtDesk(now);
  }

  void requireScheduled() {
    requirePublishable();
    if (state == EditionState.DRAFT) {
      throw EditionProblems.notScheduled(id);
    }
  }

  /** Records a failed attempt; {@code again} is null if an editor has to act. */
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

  void withdraw(WithdrawRequest request, Instant now) {
    switch (state) {
      case WITHDRAWN -> throw EditionProblems.withdrawn(id, withdrawal);
      case PUBLISHED -> {}
      default -> throw EditionProblems.notPublished(id);
    }
    state = EditionState.WITHDRAWN;
    withdrawal = new Withdrawal(request, now);
    changedForAll(now);
  }

  /** Counts a change that the public can see, such as a corrected, tagged or withdrawn article. */
  void changedForAll(Instant now) {
    version++;
    changedAtDesk(now);
  }

  /** Counts a change of a draft; 409 while scheduled, because the approved content must go live. */
  public void editDraft(Instant now) {
    if (state == EditionState.SCHEDULED) {
      throw EditionProblems.scheduled(id, scheduledAt);
    }
    changedAtDesk(now);
  }

  /** Counts a change that only editors can see. */
  public void changedAtDesk(Instant now) {
    deskVersion++;
    updatedAt = now;
  }
}
