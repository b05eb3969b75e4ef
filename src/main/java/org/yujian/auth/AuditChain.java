package org.yujian.auth;

import org.yujian.auth.AuditVerification.FirstWrong;
import org.yujian.auth.AuditVerification.KnownHead;

/** Verifies the hash chain of the audit up to the first row that differs from its seal. */
final class AuditChain {

  private final AuditHead end;
  private final String asked;
  private long place;
  private String hash = AuditEntry.NOTHING;
  private Long askedAt;
  private FirstWrong wrong;

  /**
   * @param asked hash of an earlier head to look for in the chain; may be null
   */
  AuditChain(AuditHead end, String asked) {
    this.end = end;
    this.asked = asked;
    meet();
  }

  /** Verifies the next row; false when the chain is broken and verification can stop. */
  boolean walk(AuditEntry row) {
    if (row.seal() > place + 1) {
      wrong = new FirstWrong(place + 1, null, "missing");
    } else if (row.seal() <= place) {
      wrong = new FirstWrong(row.seal(), row.id(), "extra");
    } else {
      String next = row.chained(hash, row.seal());
      if (next.equals(row.sealSha256())) {
        place = row.seal();
        hash = next;
        meet();
      } else {
        wrong = new FirstWrong(row.seal(), row.id(), "altered");
      }
    }
    return wrong == null;
  }

  private void meet() {
    if (hash.equals(asked)) {
      askedAt = place;
    }
  }

  /**
   * @param beyond a row sealed at a position after the end of the chain; may be null
   */
  AuditVerification result(AuditEntry beyond, long unsealed) {
    if (wrong == null && place < end.sealed()) {
      wrong = new FirstWrong(place + 1, null, "missing");
    } else if (wrong == null && !hash.equals(end.sha256())) {
      // Every row matches its predecessor, yet the stored head has another hash.
      wrong = new FirstWrong(place, null, "altered");
    } else if (wrong == null && beyond != null) {
      wrong = new FirstWrong(beyond.seal(), beyond.id(), "extra");
    }
    KnownHead known = asked == null ? null : new KnownHead(asked, askedAt != null, askedAt);
    return new AuditVerification(wrong == null, end, unsealed, wrong, known);
  }
}
