package org.yujian.auth;

import org.yujian.auth.AuditVerification.FirstWrong;
import org.yujian.auth.AuditVerification.KnownHead;

/** Walks along the chain from its start and stops at the first row that is not as it was sealed. */
final class AuditChain {

  private final AuditHead end;
  private final String asked;
  private long place;
  private String hash = AuditEntry.NOTHING;
  private Long askedAt;
  private FirstWrong wrong;

  /**
   * @param asked the hash of an earlier head to look for; may be null
   */
  AuditChain(AuditHead end, String asked) {
    this.end = end;
    this.asked = asked;
    meet();
  }

  /** The next row; false when there is no need for others. */
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
   * @param beyond a row whose place lies beyond the end; may be null
   */
  AuditVerification result(AuditEntry beyond, long unsealed) {
    if (wrong == null && place < end.sealed()) {
      wrong = new FirstWrong(place + 1, null, "missing");
    } else if (wrong == null && !hash.equals(end.sha256())) {
      // Every row fits the one before, and yet the end is another one than was stored.
      wrong = new FirstWrong(place, null, "altered");
    } else if (wrong == null && beyond != null) {
      wrong = new FirstWrong(beyond.seal(), beyond.id(), "extra");
    }
    KnownHead known = asked == null ? null : new KnownHead(asked, askedAt != null, askedAt);
    return new AuditVerification(wrong == null, end, unsealed, wrong, known);
  }
}
