package org.yujian.auth;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One desk action. Rows are only inserted; the sealer fills the last two columns later. */
@Entity
@Immutable
@Table(name = "audit")
class AuditRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  Instant at;

  @Column(name = "key_id")
  UUID keyId;

  @Column(name = "by_name")
  String byName;

  String action;
  String thing;

  @Column(name = "thing_id")
  UUID thingId;

  @Column(name = "account_id")
  UUID accountId;

  @Column(name = "before_sha256")
  String beforeSha256;

  @Column(name = "after_sha256")
  String afterSha256;

  Long seal;

  @Column(name = "seal_sha256")
  String sealSha256;

  AuditRow() {}

  AuditRow(Caller caller, AuditEvent audited, Instant at) {
    this.at = at;
    this.keyId = caller.keyId();
    this.byName = caller.name();
    this.action = audited.action();
    this.thing = audited.thing();
    this.thingId = audited.id();
    this.accountId = audited.account();
  }
}
