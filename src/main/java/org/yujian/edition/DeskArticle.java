package org.yujian.edition;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.body.Block;
import org.yujian.body.Dropped;
import org.yujian.body.FrontMatter;
import org.yujian.body.Provenance;
import org.yujian.shared.web.Versioned;

/**
 * An article in the desk API, with its live copy and its draft.
 *
 * @param id identifies the article
 * @param accountId id of the account
 * @param editionId id of the edition
 * @param position position within the edition, from 1; 1 is the lead
 * @param title title of the live copy, or of the draft while nothing is live
 * @param tags slugs of the tags of the live copy, or of the draft while nothing is live
 * @param live what the public reads; absent when the article was never live
 * @param draft working copy; absent when there is none
 * @param dropped what was not kept of the HTML or Markdown just sent; absent when everything was
 */
@Schema(name = "DeskArticle")
public record DeskArticle(
    @NotNull UUID id,
    @NotNull UUID accountId,
    @NotNull UUID editionId,
    @NotNull Integer position,
    @NotNull String state,
    String title,
    @NotNull List<String> tags,
    Live live,
    Draft draft,
    List<Dropped> dropped)
    implements Versioned {

  /** Factor of the live version; greater than any draft version, so that one number holds both. */
  private static final long DRAFTS = 1_000_000;

  /**
   * Live copy of an article, which the public reads.
   *
   * @param rev number of the live revision; counts the revisions published of the article
   * @param version rises with every public change
   * @param publishedAt time of publication
   */
  @Schema(name = "LiveCopy")
  public record Live(@NotNull Integer rev, @NotNull Long version, @NotNull Instant publishedAt) {}

  /**
   * Working copy of an article.
   *
   * @param version version of the draft
   * @param tags slugs of the tags
   * @param provenance where a reprint comes from
   * @param characters length of the body in Unicode code points
   * @param canonicalSha256 SHA-256 of title, subtitle, body and source joined by LF, in hexadecimal
   * @param changedAt time of the last change
   * @param changedBy who changed it last
   * @param fields names of the fields that differ from what was last live
   * @param blocks body as blocks; only when one article is read
   * @param html body as HTML as it would go live; only when one article is read
   */
  @Schema(name = "DraftCopy")
  public record Draft(
      @NotNull Long version,
      @JsonUnwrapped FrontMatter frontMatter,
      @NotNull List<String> tags,
      Provenance provenance,
      @NotNull Integer characters,
      @NotNull String canonicalSha256,
      @NotNull Instant changedAt,
      @NotNull String changedBy,
      List<String> fields,
      List<Block> blocks,
      String html) {}

  public static DeskArticle of(Article article, ArticleDraft draft, boolean withBody) {
    return of(article, draft, withBody, null);
  }

  /**
   * @param fields names of the draft's fields that differ from the live copy; null if not compared
   */
  public static DeskArticle of(
      Article article, ArticleDraft draft, boolean withBody, List<String> fields) {
    return new DeskArticle(
        article.id,
        article.accountId,
        article.editionId,
        article.position,
        article.state.value,
        (article.liveRev > 0 ? article.frontMatter() : draft.frontMatter()).title(),
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
        draft.frontMatter(),
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

  public DeskArticle withDropped(List<Dropped> what) {
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

  /** Live and draft version in one number, so that a change of either one changes the ETag. */
  @Override
  public long tagVersion() {
    return (live == null ? 0 : live.version() * DRAFTS) + (draft == null ? 0 : draft.version());
  }
}
