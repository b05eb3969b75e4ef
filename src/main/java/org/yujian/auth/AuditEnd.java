package org.yujian.auth;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** The one row that holds the chain's end; only the sealer moves it. */
@Entity
@Immutable
@Table(name = "audit_head")
class AuditEnd {

  @Id boolean one;

  long sealed;
  String sha256;
  Instant at;
}
