package org.yujian.follow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A scan in the app, or an opening of the landing page without a reader. */
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

  /** The reader's internal number; null for an opening and after the reader has been deleted. */
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
