package org.yujian.edition;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.yujian.change.Change;

/**
 * Everything that one transaction publishes together.
 *
 * @param editions ids of editions of one account, in the order in which the feed shows them
 * @param publishedAt publication time in the past, for an archive; null for now
 * @param corrected ids of live articles whose drafts replace the live content
 * @param changes rows for the change log that the transaction already has to write
 */
public record PublicationPlan(
    List<UUID> editions,
    Instant publishedAt,
    Collection<UUID> corrected,
    Correction correction,
    List<Change> changes) {

  public PublicationPlan(
      List<UUID> editions,
      Collection<UUID> corrected,
      Correction correction,
      List<Change> changes) {
    this(editions, null, corrected, correction, changes);
  }

  static PublicationPlan of(UUID edition, Instant publishedAt) {
    return new PublicationPlan(List.of(edition), publishedAt, List.of(), null, List.of());
  }

  static PublicationPlan correcting(UUID article, Correction correction) {
    return new PublicationPlan(List.of(), null, List.of(article), correction, List.of());
  }
}
