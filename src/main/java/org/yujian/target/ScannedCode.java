package org.yujian.target;

import java.time.Instant;
import java.util.UUID;

/**
 * What a code leads to.
 *
 * @param placementId where the code hangs
 * @param scene of the placement: stays on the follows that it brings
 * @param name of the follow target
 * @param endsAt when its placement ends; null for never
 */
public record ScannedCode(
    UUID placementId,
    String scene,
    UUID followTargetId,
    String name,
    UUID accountId,
    Instant endsAt) {

  /** Throws 410, which names the account, when the placement has ended. */
  public void requireValid(Instant now) {
    if (endsAt != null && !endsAt.isAfter(now)) {
      throw TargetProblems.codeEnded(this);
    }
  }
}
