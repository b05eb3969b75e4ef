package org.yujian.edition;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.edition.body.Block;
import org.yujian.edition.body.Dropped;
import org.yujian.shared.web.Versioned;

/**
 * An article as the desk sees it: what is live and what is drafted, as two plain facts.
 *
 * @param tags of the live copy, or of the draft while nothing is live
 * @param dropped what of the HTML or Markdown just written was not kept; missing when nothing
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
    Draft draft,
    List<Dropped> dropped)
    implements Versioned {

  /** More drafts of one article than anybody writes. */
  private static final long DRAFTS = 1_000_000;

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
      String kicker,
      String title,
      String subtitle,
      String digest,
      String source,
      String author,
      List<String> tags,
      Provenance provenance,
      @NotNull Integer characters,
      @NotNull String canonicalSha256,
      @NotNull Instant changedAt,
      @NotNull String changedBy,
      @Schema(description = "Names of the fields that differ from what was live last")
          List<String> fields,
      List<Block> blocks,
      String html) {}

  static DeskArticle of(Article article, ArticleDraft draft, boolean withBody) {
    return of(article, draft, withBody, null);
  }

  /**
   * @param fields those of the draft that differ; null where nobody looked
   */
  static DeskArticle of(
      Article article, ArticleDraft draft, boolean withBody, List<String> fields) {
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
        draft == null ? null : of(draft, withBody, fields),
        null);
  }

  private static Draft of(ArticleDraft draft, boolean withBody, List<String> fields) {
    return new Draft(
        draft.version,
        draft.kicker,
        draft.title,
        draft.subtitle,
        draft.digest,
        draft.source,
        draft.author,
        List.of(draft.tags),
        draft.provenance,
        draft.characters,
        draft.canonicalSha256,
        draft.changedAt,
        draft.changedBy,
        fields,
        withBody ? draft.body.blocks() : null,
        withBody ? draft.body.html() : null);
  }

  DeskArticle withDropped(List<Dropped> what) {
    return new DeskArticle(
        id,
        accountId,
        editionId,
        position,
        state,
        title,
        tags,
        live,
        draft,
        what == null || what.isEmpty() ? null : what);
  }

  /** The live copy's version and, behind it, the draft's: neither hides a change of the other. */
  @Override
  public long tagVersion() {
    return (live == null ? 0 : live.version() * DRAFTS) + (draft == null ? 0 : draft.version());
  }
}
