package org.yujian.reader;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Somebody who follows and reads; has no name. */
@Entity
class Reader {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long key;

  UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);

  /** Counts personal changes. */
  long seq;

  /** A recovery code ended with its device, and no new one was made since. */
  @Column(name = "recovery_code_due")
  boolean recoveryCodeDue;

  @Column(name = "created_at")
  Instant createdAt;

  /** Sampled, as the devices' is. */
  @Column(name = "last_used_at")
  Instant lastUsedAt;

  Reader() {}

  Reader(Instant now) {
    this.createdAt = now;
    this.lastUsedAt = now;
  }
}
