package org.yujian.edition;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.yujian.change.Change;

/**
 * What goes live together in one transaction.
 *
 * @param editions of one account, in the order in which the feed is to show them
 * @param publishedAt an archive's moment in the past; null for now
 * @param corrected live articles whose drafts replace what is live
 * @param changes rows for the log that the transaction owes already
 */
public record GoLive(
    List<UUID> editions,
    Instant publishedAt,
    Collection<UUID> corrected,
    Correction correction,
    List<Change> changes) {

  /** What an import publishes, now. */
  public GoLive(
      List<UUID> editions,
      Collection<UUID> corrected,
      Correction correction,
      List<Change> changes) {
    this(editions, null, corrected, correction, changes);
  }

  static GoLive of(UUID edition, Instant publishedAt) {
    return new GoLive(List.of(edition), publishedAt, List.of(), null, List.of());
  }

  static GoLive correcting(UUID article, Correction correction) {
    return new GoLive(List.of(), null, List.of(article), correction, List.of());
  }
}
