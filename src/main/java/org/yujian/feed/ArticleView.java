package org.yujian.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.body.Block;
import org.yujian.body.Provenance;
import org.yujian.media.Image;
import org.yujian.target.FollowTargetView;

/**
 * An article in detail: the fields of the summary, and the body in the requested form, in the field
 * of that name.
 *
 * @param id identifies the article
 * @param rev number of the live revision; counts the revisions published of the article
 * @param version rises with every public change; keep the higher one
 * @param accountId id of the account
 * @param editionId id of the edition
 * @param position position within the edition, from 1; 1 is the lead
 * @param kicker line above the title
 * @param title title
 * @param subtitle line below the title
 * @param digest summary for lists
 * @param source office or publication named in the byline
 * @param author author named in the byline
 * @param cover cover picture
 * @param publishedAt time of publication
 * @param updatedAt time at which the live revision went live
 * @param flags marks on the article
 * @param tags slugs of the tags
 * @param characters length of the body in Unicode code points
 * @param readSeconds estimated reading time in seconds
 * @param html body as HTML; only with {@code body=html}
 * @param blocks body as blocks; only with {@code body=blocks}
 * @param text body as plain text; only with {@code body=text}
 * @param markdown body as Markdown; only with {@code body=markdown}
 * @param canonicalSha256 SHA-256 of title, subtitle, body and source joined by LF, in hexadecimal
 * @param corrections public corrections, in the order of their revisions
 * @param followTargets follow targets that the edition shows
 * @param provenance where a reprint comes from
 * @param previous article before this one in the edition
 * @param next article after this one in the edition
 */
@Schema(name = "ArticleDetail")
public record ArticleView(
    @NotNull UUID id,
    @NotNull Integer rev,
    @NotNull Long version,
    @NotNull UUID accountId,
    @NotNull UUID editionId,
    @NotNull Integer position,
    String kicker,
    @NotNull String title,
    String subtitle,
    String digest,
    String source,
    String author,
    Image cover,
    @NotNull Instant publishedAt,
    @NotNull Instant updatedAt,
    @NotNull List<String> flags,
    @NotNull List<String> tags,
    @NotNull Integer characters,
    @NotNull Integer readSeconds,
    String html,
    List<Block> blocks,
    String text,
    String markdown,
    @NotNull String canonicalSha256,
    @NotNull List<CorrectionView> corrections,
    @NotNull List<FollowTargetView> followTargets,
    Provenance provenance,
    Neighbour previous,
    Neighbour next) {

  /**
   * The article before or after in the same edition.
   *
   * @param id id of the article
   * @param position position within the edition, from 1; 1 is the lead
   * @param title title
   */
  @Schema(name = "Neighbour")
  public record Neighbour(@NotNull UUID id, @NotNull Integer position, @NotNull String title) {}

  /**
   * A public correction.
   *
   * @param note public note
   * @param at time of the correction
   * @param rev number of the revision that the correction made
   */
  @Schema(name = "Correction")
  public record CorrectionView(
      @JsonProperty("class") @NotNull String reason,
      String note,
      @NotNull Instant at,
      @NotNull Integer rev) {}

  /** Parts of the detail view that are not columns of the article. */
  record Surroundings(
      List<CorrectionView> corrections,
      List<FollowTargetView> followTargets,
      Neighbour previous,
      Neighbour next) {}

  static ArticleView of(ArticleSummary a, BodyRow body, Surroundings around) {
    return new ArticleView(
        a.id(),
        a.rev(),
        a.version(),
        a.accountId(),
        a.editionId(),
        a.position(),
        a.kicker(),
        a.title(),
        a.subtitle(),
        a.digest(),
        a.source(),
        a.author(),
        a.cover(),
        a.publishedAt(),
        a.updatedAt(),
        a.flags(),
        a.tags(),
        a.characters(),
        a.readSeconds(),
        body.html(),
        body.blocks() == null ? null : body.blocks().blocks(),
        body.text(),
        body.markdown(),
        body.canonicalSha256(),
        around.corrections(),
        around.followTargets(),
        body.provenance(),
        around.previous(),
        around.next());
  }
}
