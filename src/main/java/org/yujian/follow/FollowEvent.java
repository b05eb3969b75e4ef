package org.yujian.follow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Start or end of a follow, stored for reports. */
@Entity
@Table(name = "follow_event")
class FollowEvent {

  static final String FOLLOW = "follow";
  static final String UNFOLLOW = "unfollow";

  /** Two readers who both followed the account were joined. */
  static final String JOINED = "joined";

  static final String LEFT = "left";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "account_id")
  UUID accountId;

  Instant at;
  String kind;

  @Column(name = "placement_id")
  UUID placementId;

  @Column(name = "reader_key")
  Long readerKey;

  FollowEvent() {}

  FollowEvent(Follow follow, String kind, Instant at) {
    this.accountId = follow.accountId;
    this.at = at;
    this.kind = kind;
    this.placementId = follow.placementId;
    this.readerKey = follow.readerKey;
  }
}
