package org.yujian.target;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.yujian.shared.page.SqlRow;

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

  static ScannedCode of(SqlRow row) throws SQLException {
    return new ScannedCode(
        row.uuid(1), row.text(2), row.uuid(3), row.text(4), row.uuid(5), row.instant(6));
  }

  /** Throws a 410 problem with the account's name when the placement has ended. */
  public void requireValid(Instant now) {
    if (endsAt != null && !endsAt.isAfter(now)) {
      throw TargetProblems.codeEnded(this);
    }
  }
}
