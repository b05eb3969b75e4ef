package org.yujian.auth;

/** Keyset position in the chain; the id orders rows with the same position. */
record AuditPosition(long seal, long id) {

  static final AuditPosition START = new AuditPosition(0, 0);

  static AuditPosition of(AuditEntry row) {
    return new AuditPosition(row.seal(), row.id());
  }
}
