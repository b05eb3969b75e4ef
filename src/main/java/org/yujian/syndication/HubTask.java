package org.yujian.syndication;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.yujian.shared.page.SqlRow;

/**
 * A request or a subscription that this node has claimed.
 *
 * @param claim identifies this attempt; a row with another claim belongs to another attempt
 * @param attempts number of attempts, this one included
 * @param lease of a request; zero for a subscription
 * @param secret encrypted, see {@link #owner}; null without one
 * @param changes of a subscription: changes until the claim
 * @param sent of a subscription: hash of the content that was sent last; may be null
 * @param live whether the subscription has not expired
 * @param claimedAt monotonic time of the claim
 */
record HubTask(
    UUID id,
    UUID claim,
    int attempts,
    HubMode mode,
    FeedTopic topic,
    String callback,
    String host,
    Duration lease,
    byte[] secret,
    long changes,
    String sent,
    boolean live,
    long claimedAt) {

  static HubTask of(SqlRow row, long claimedAt) throws SQLException {
    return new HubTask(
        row.uuid(1),
        row.uuid(2),
        row.integer(3),
        HubMode.of(row.text(4)),
        FeedTopic.parse(row.text(5)).orElseThrow(),
        row.text(6),
        row.text(7),
        Duration.ofSeconds(row.integer(8)),
        row.bytes(9),
        row.number(10),
        row.text(11),
        row.flag(12),
        claimedAt);
  }

  /** What a secret is encrypted for: both hold for a request and for its subscription. */
  static String owner(FeedTopic topic, String callback) {
    return "websub " + topic.path() + " " + callback;
  }

  /** Omits the secret, because this text may reach a log. */
  @Override
  public String toString() {
    return "HubTask[" + mode + " " + topic + " " + callback + "]";
  }
}
