package org.yujian.push;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.yujian.shared.page.SqlRow;

/**
 * A notification that this node has claimed.
 *
 * @param claim identifies this attempt; a row with another claim belongs to another attempt
 * @param attempts number of attempts, this one included
 * @param host scheme, host and port of the push service
 * @param claimedAt monotonic time of the claim
 */
record ClaimedPush(
    UUID id,
    UUID claim,
    int attempts,
    UUID subscription,
    PushAddress address,
    String host,
    UUID edition,
    Instant publishedAt,
    long claimedAt) {

  /** For how long an edition is new; push services keep a notification for as long. */
  static final Duration LIFE = Duration.ofDays(1);

  boolean tooOld(Instant now) {
    return publishedAt.plus(LIFE).isBefore(now);
  }

  static ClaimedPush of(SqlRow row, long claimedAt) throws SQLException {
    return new ClaimedPush(
        row.uuid(1),
        row.uuid(2),
        row.integer(3),
        row.uuid(4),
        new PushAddress(row.text(5), row.bytes(6), row.bytes(7)),
        row.text(8),
        row.uuid(9),
        row.instant(10),
        claimedAt);
  }
}
