package org.yujian.reader;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Hash of a code that gives a new device access to the reader. */
@Entity
@Table(name = "recovery_code")
class RecoveryCode {

  @Id String sha256;

  @Column(name = "reader_key")
  long readerKey;

  /** The device that made the code, possibly signed out; null in rows of releases before 0.6. */
  @Column(name = "device_id")
  UUID deviceId;

  RecoveryCode() {}

  RecoveryCode(String sha256, long readerKey, UUID deviceId) {
    this.sha256 = sha256;
    this.readerKey = readerKey;
    this.deviceId = deviceId;
  }
}
