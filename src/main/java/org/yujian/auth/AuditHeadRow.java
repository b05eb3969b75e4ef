package org.yujian.auth;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** Single-row table with the end of the hash chain; only the sealer writes it. */
@Entity
@Immutable
@Table(name = "audit_head")
class AuditHeadRow {

  @Id boolean one;

  long sealed;
  String sha256;
  Instant at;
}
