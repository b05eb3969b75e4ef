package org.yujian.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.body.Block;
import org.yujian.body.Provenance;
import org.yujian.target.FollowTargetView;

/**
 * An article in detail: the fields of the summary, and the body in the requested form, in the field
 * of that name.
 *
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
@Schema(name = "ArticleDetail", requiredProperties = "title")
public record ArticleView(
    @JsonUnwrapped ArticleSummary summary,
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

  /** Parts of the detail view that other tables contain. */
  record Surroundings(
      List<CorrectionView> corrections,
      List<FollowTargetView> followTargets,
      Neighbour previous,
      Neighbour next) {}

  static ArticleView of(ArticleSummary a, BodyRow body, Surroundings around) {
    return new ArticleView(
        a,
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
