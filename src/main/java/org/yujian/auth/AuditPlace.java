package org.yujian.auth;

/** A place along the chain; by id among rows that claim the same one. */
record AuditPlace(long seal, long id) {

  static final AuditPlace START = new AuditPlace(0, 0);

  static AuditPlace of(AuditEntry row) {
    return new AuditPlace(row.seal(), row.id());
  }
}
