package org.yujian.webhook;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.yujian.change.ChangedThing;
import org.yujian.shared.page.SqlRow;
import org.yujian.sync.ChangedRef;

/**
 * A delivery that this node has claimed, with what it needs of its endpoint.
 *
 * @param claim identifies this attempt; a row with another claim belongs to another attempt
 * @param attempts number of attempts, this one included
 * @param type type of an event about no thing; otherwise null
 * @param thing what changed; null for an event about no thing
 * @param claimedAt monotonic time of the claim
 */
record ClaimedDelivery(
    UUID id,
    UUID claim,
    int attempts,
    Instant createdAt,
    String type,
    ChangedRef thing,
    Receiver receiver,
    long claimedAt) {

  /**
   * The endpoint at the time of the claim.
   *
   * @param previousSecret null unless it still signs, too
   */
  record Receiver(
      UUID id,
      String url,
      Set<String> events,
      String algorithm,
      byte[] secret,
      byte[] previousSecret) {}

  static ClaimedDelivery of(SqlRow row, long claimedAt) throws SQLException {
    String thing = row.text(6);
    List<String> parts = row.texts(9);
    return new ClaimedDelivery(
        row.uuid(1),
        row.uuid(2),
        row.integer(3),
        row.instant(4),
        thing == null ? row.text(5) : null,
        thing == null
            ? null
            : new ChangedRef(
                ChangedThing.of(thing), row.uuid(7), row.number(8), new TreeSet<>(parts), false),
        new Receiver(
            row.uuid(10),
            row.text(11),
            Set.copyOf(row.texts(12)),
            row.text(13),
            row.bytes(14),
            row.bytes(15)),
        claimedAt);
  }
}
