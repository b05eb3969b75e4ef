package org.yujian.reader;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Hash of a code with which another device joins this reader; valid once. */
@Entity
@Table(name = "join_code")
class JoinCode {

  static final Duration GOOD_FOR = Duration.ofMinutes(10);

  @Id String sha256;

  @Column(name = "reader_key")
  long readerKey;

  /** The device that made the code; null in rows of releases before 0.6. */
  @Column(name = "device_id")
  UUID deviceId;

  @Column(name = "expires_at")
  Instant expiresAt;

  @Column(name = "used_by")
  UUID usedBy;

  JoinCode() {}

  JoinCode(String sha256, long readerKey, UUID deviceId, Instant now) {
    this.sha256 = sha256;
    this.readerKey = readerKey;
    this.deviceId = deviceId;
    this.expiresAt = now.plus(GOOD_FOR);
  }

  /** Whether this device may use the code, or used it already and may repeat the request. */
  boolean openTo(UUID device, Instant now) {
    return now.isBefore(expiresAt) && (usedBy == null || usedBy.equals(device));
  }
}
