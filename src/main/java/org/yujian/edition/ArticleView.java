package org.yujian.edition;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.edition.body.Block;
import org.yujian.media.Image;
import org.yujian.target.FollowTargetView;

/**
 * An article in detail: the light fields and the body in the form that was asked for, in the field
 * of that name.
 *
 * @param canonicalSha256 of title, subtitle, body and source joined by LF
 * @param provenance of a reprint
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

  /** The article before or after in the same edition. */
  @Schema(name = "Neighbour")
  public record Neighbour(@NotNull UUID id, @NotNull Integer position, @NotNull String title) {}

  /** A public correction. */
  @Schema(name = "Correction")
  public record CorrectionView(
      @JsonProperty("class") @Schema(description = "`typo`, `fact`, `title` or `update`") @NotNull
          String reason,
      String note,
      @NotNull Instant at,
      @NotNull Integer rev) {}

  /** The parts that stand beside the light fields. */
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

  /** A draft as it would be read if it went live now. */
  static ArticleView ofDraft(Article a, ArticleDraft draft, List<FollowTargetView> followTargets) {
    return new ArticleView(
        a.id,
        a.liveRev + 1,
        a.version + 1,
        a.accountId,
        a.editionId,
        a.position,
        draft.kicker,
        draft.title == null ? "" : draft.title,
        draft.subtitle,
        draft.digest == null ? Digest.of(draft.body) : draft.digest,
        draft.source,
        draft.author,
        draft.cover,
        a.publishedAt == null ? draft.changedAt : a.publishedAt,
        draft.changedAt,
        List.of("preview"),
        List.of(draft.tags),
        draft.characters,
        ReadingTime.seconds(draft.characters),
        draft.body.html(),
        null,
        null,
        null,
        draft.canonicalSha256,
        List.of(),
        followTargets,
        draft.provenance,
        null,
        null);
  }
}
