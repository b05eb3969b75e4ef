package org.yujian.edition;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.yujian.change.Change;

/**
 * What goes live together in one transaction.
 *
 * @param editions of one account, in the order in which the feed is to show them
 * @param corrected live articles whose drafts replace what is live
 * @param changes rows for the log that the transaction owes already
 */
public record GoLive(
    List<UUID> editions, Collection<UUID> corrected, Correction correction, List<Change> changes) {

  static GoLive of(UUID edition) {
    return new GoLive(List.of(edition), List.of(), null, List.of());
  }
}
