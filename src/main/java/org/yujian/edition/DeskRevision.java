package org.yujian.edition;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.edition.body.Block;
import org.yujian.shared.page.PageKey;

/**
 * What the public read of an article under one number.
 *
 * @param title empty once it is purged
 * @param correction why it replaced the one before; missing where it was published
 * @param purgedAt when an administrator emptied words and pictures; hashes and times stay
 * @param blocks the body; only where one revision is read
 */
@Schema(name = "Revision")
public record DeskRevision(
    @NotNull Integer rev,
    @NotNull String title,
    String subtitle,
    String digest,
    String source,
    String author,
    Provenance provenance,
    @NotNull Integer characters,
    @NotNull String bodySha256,
    @NotNull String canonicalSha256,
    RevisionCorrection correction,
    @NotNull Instant liveAt,
    @NotNull String createdBy,
    Instant purgedAt,
    List<Block> blocks,
    String html) {

  /** The public record of a correction. */
  @Schema(name = "RevisionCorrection")
  public record RevisionCorrection(
      @JsonProperty("class") @Schema(description = "`typo`, `fact`, `title` or `update`") @NotNull
          String reason,
      String note) {}

  /** The fields as queries select them; bodies are large, so a list is read without them. */
  static final String SELECT =
      """
      select new DeskRevision(
        r.rev, r.title, r.subtitle, r.digest, r.source, r.author, r.provenance, r.characters,
        r.bodySha256, r.canonicalSha256, r.correctionClass, r.correctionNote, r.liveAt,
        r.createdBy, r.purgedAt)
      from ArticleRevision r
      """;

  /** For queries. */
  DeskRevision(
      Integer rev,
      String title,
      String subtitle,
      String digest,
      String source,
      String author,
      Provenance provenance,
      Integer characters,
      String bodySha256,
      String canonicalSha256,
      String correctionClass,
      String correctionNote,
      Instant liveAt,
      String createdBy,
      Instant purgedAt) {
    this(
        rev,
        title,
        subtitle,
        digest,
        source,
        author,
        provenance,
        characters,
        bodySha256,
        canonicalSha256,
        correctionClass == null ? null : new RevisionCorrection(correctionClass, correctionNote),
        liveAt,
        createdBy,
        purgedAt,
        null,
        null);
  }

  static DeskRevision of(ArticleRevision r) {
    return new DeskRevision(
        r.rev,
        r.title,
        r.subtitle,
        r.digest,
        r.source,
        r.author,
        r.provenance,
        r.characters,
        r.bodySha256,
        r.canonicalSha256,
        r.correctionClass == null
            ? null
            : new RevisionCorrection(r.correctionClass, r.correctionNote),
        r.liveAt,
        r.createdBy,
        r.purgedAt,
        r.body.blocks(),
        r.html);
  }

  PageKey key() {
    return PageKey.feed(rev);
  }
}
