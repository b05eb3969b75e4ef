package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yujian.edition.ArticleSummary;

/**
 * What an edition has in the feed at one moment.
 *
 * @param publishedAt the moment; an article that went live again alone has its own and stands apart
 *     from the others, under the same id
 * @param articles in order
 */
public record HomeEdition(
    @NotNull UUID id,
    @NotNull Long version,
    @NotNull UUID accountId,
    @NotNull Instant publishedAt,
    @NotNull List<ArticleSummary> articles) {

  static HomeEdition of(List<ArticleSummary> articles, long version) {
    ArticleSummary lead = articles.get(0);
    return new HomeEdition(
        lead.editionId(), version, lead.accountId(), lead.publishedAt(), articles);
  }
}
