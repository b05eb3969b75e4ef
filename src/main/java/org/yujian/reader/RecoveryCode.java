package org.yujian.reader;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The hash of a code that reopens a reader on a new device. */
@Entity
@Table(name = "recovery_code")
class RecoveryCode {

  @Id String sha256;

  @Column(name = "reader_key")
  long readerKey;

  RecoveryCode() {}

  RecoveryCode(String sha256, long readerKey) {
    this.sha256 = sha256;
    this.readerKey = readerKey;
  }
}
