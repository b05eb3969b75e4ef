package org.yujian.follow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** That a phone read a code. Openings of the page come as statements, see {@link OpenedCodes}. */
@Entity
class Scan {

  static final String OPENED = "opened";
  static final String PREVIEW = "preview";
  static final String NEW_FOLLOW = "new-follow";
  static final String ALREADY_FOLLOWING = "already-following";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "placement_id")
  UUID placementId;

  Instant at;
  String outcome;

  /** Null for an opening, and when the reader has left. */
  @Column(name = "reader_key")
  Long readerKey;

  @Column(name = "first_of_day")
  boolean firstOfDay;

  Scan() {}

  Scan(UUID placementId, String outcome, long readerKey, Instant at) {
    this.placementId = placementId;
    this.outcome = outcome;
    this.readerKey = readerKey;
    this.at = at;
  }
}
