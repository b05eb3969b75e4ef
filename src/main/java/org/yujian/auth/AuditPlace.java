package org.yujian.auth;

/** Keyset position in the chain; the id orders rows with the same position. */
record AuditPlace(long seal, long id) {

  static final AuditPlace START = new AuditPlace(0, 0);

  static AuditPlace of(AuditEntry row) {
    return new AuditPlace(row.seal(), row.id());
  }
}
