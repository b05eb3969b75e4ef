package org.yujian.target;

import java.time.Instant;
import java.util.UUID;

/**
 * The placement and follow target of a scanned code.
 *
 * @param placementId placement of the code
 * @param scene scene of the placement; follows that it brings keep it
 * @param name name of the follow target
 * @param endsAt time at which the placement ends; null when permanent
 */
public record ScannedCode(
    UUID placementId,
    String scene,
    UUID followTargetId,
    String name,
    UUID accountId,
    Instant endsAt) {

  /** Throws a 410 problem that names the account when the placement has ended. */
  public void requireValid(Instant now) {
    if (endsAt != null && !endsAt.isAfter(now)) {
      throw TargetProblems.codeEnded(this);
    }
  }
}
