package org.yujian.edition;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.edition.body.Block;
import org.yujian.shared.web.Versioned;

/**
 * An article as the desk sees it: what is live and what is drafted, as two plain facts.
 *
 * @param tags of the live copy, or of the draft while nothing is live
 */
@Schema(name = "DeskArticle")
public record DeskArticle(
    @NotNull UUID id,
    @NotNull UUID accountId,
    @NotNull UUID editionId,
    @NotNull Integer position,
    @Schema(description = "`draft`, `published` or `withdrawn`") @NotNull String state,
    String title,
    @NotNull List<String> tags,
    Live live,
    Draft draft)
    implements Versioned {

  /** What the public reads. */
  @Schema(name = "LiveCopy")
  public record Live(@NotNull Integer rev, @NotNull Long version, @NotNull Instant publishedAt) {}

  /**
   * The working copy.
   *
   * @param html the body as it would go live; only where one article is read
   */
  @Schema(name = "DraftCopy")
  public record Draft(
      @NotNull Long version,
      String title,
      String subtitle,
      String source,
      Provenance provenance,
      @NotNull Integer characters,
      @NotNull String canonicalSha256,
      @NotNull Instant changedAt,
      @NotNull String changedBy,
      List<Block> blocks,
      String html) {}

  static DeskArticle of(Article article, ArticleDraft draft, boolean withBody) {
    return new DeskArticle(
        article.id,
        article.accountId,
        article.editionId,
        article.position,
        article.state.value,
        article.liveRev > 0 ? article.title : draft.title,
        List.of(article.liveRev > 0 ? article.tags : draft.tags),
        article.liveRev > 0
            ? new Live(article.liveRev, article.version, article.publishedAt)
            : null,
        draft == null ? null : of(draft, withBody));
  }

  private static Draft of(ArticleDraft draft, boolean withBody) {
    return new Draft(
        draft.version,
        draft.title,
        draft.subtitle,
        draft.source,
        draft.provenance,
        draft.characters,
        draft.canonicalSha256,
        draft.changedAt,
        draft.changedBy,
        withBody ? draft.body.blocks() : null,
        withBody ? draft.body.html() : null);
  }

  /** Rises with the live copy and with the draft. */
  @Override
  public long tagVersion() {
    return (live == null ? 0 : live.version()) + (draft == null ? 0 : draft.version());
  }
}
