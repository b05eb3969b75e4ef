package org.yujian.feed;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.target.FollowTargetView;

/**
 * A published edition with its live articles in order, the lead first.
 *
 * @param id identifies the edition
 * @param version rises with every public change; keep the higher one
 * @param accountId id of the account
 * @param publishedAt time of publication
 * @param articles live articles in order; the first is the lead
 * @param followTargets follow targets that it shows, in order
 */
@Schema(name = "Edition")
public record EditionView(
    @NotNull UUID id,
    @NotNull Long version,
    @NotNull UUID accountId,
    @NotNull Instant publishedAt,
    @NotNull List<ArticleSummary> articles,
    @NotNull List<FollowTargetView> followTargets) {

  static EditionView of(
      EditionRow row, List<ArticleSummary> articles, List<FollowTargetView> followTargets) {
    return new EditionView(
        row.id(), row.version(), row.accountId(), row.publishedAt(), articles, followTargets);
  }
}
