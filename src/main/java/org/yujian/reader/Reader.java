package org.yujian.reader;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** A person who follows and reads, without a name. */
@Entity
class Reader {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long key;

  UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);

  /** Number of the last change of the reader's data, from 1. */
  long seq;

  /** Whether a recovery code ended with its device and has not been replaced. */
  @Column(name = "recovery_code_due")
  boolean recoveryCodeDue;

  @Column(name = "created_at")
  Instant createdAt;

  /** Updated at most once an hour. */
  @Column(name = "last_used_at")
  Instant lastUsedAt;

  Reader() {}

  Reader(Instant now) {
    this.createdAt = now;
    this.lastUsedAt = now;
  }
}
