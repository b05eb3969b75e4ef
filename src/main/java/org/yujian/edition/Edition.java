package org.yujian.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** One to eight ordered articles that go live together. The aggregate's root: locked first. */
@Entity
class Edition {

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

  @Column(name = "published_at")
  Instant publishedAt;

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

  /** Goes live; under the change log's lock, which orders the moments. */
  void publish(Instant at) {
    requirePublishable();
    state = EditionState.PUBLISHED;
    publishedAt = at;
    scheduledAt = null;
    changedForAll(at);
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
