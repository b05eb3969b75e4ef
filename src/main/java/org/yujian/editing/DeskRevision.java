package org.yujian.editing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.body.Block;
import org.yujian.body.FrontMatter;
import org.yujian.body.Provenance;
import org.yujian.edition.ArticleRevision;
import org.yujian.edition.CorrectionClass;
import org.yujian.shared.page.PageKey;

/**
 * One published revision of an article.
 *
 * @param rev number of the revision, from 1
 * @param frontMatter the title is empty once it is purged
 * @param provenance where a reprint comes from
 * @param characters length of the body in Unicode code points
 * @param bodySha256 SHA-256 of the body text in UTF-8, in hexadecimal
 * @param canonicalSha256 SHA-256 of title, subtitle, body and source joined by LF, in hexadecimal
 * @param correction why it replaced the revision before; absent when it was published
 * @param liveAt time at which it went live
 * @param createdBy who put it live
 * @param purgedAt time at which an administrator purged texts and pictures; hashes and times stay
 * @param blocks body as blocks; only when one revision is read
 * @param html body as HTML; only when one revision is read
 */
@Schema(name = "Revision", requiredProperties = "title")
public record DeskRevision(
    @NotNull Integer rev,
    @JsonUnwrapped FrontMatter frontMatter,
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

  /**
   * Public record of a correction.
   *
   * @param note public note
   */
  @Schema(name = "RevisionCorrection")
  public record RevisionCorrection(@JsonProperty("class") @NotNull String reason, String note) {

    static RevisionCorrection of(CorrectionClass reason, String note) {
      return reason == null ? null : new RevisionCorrection(reason.value, note);
    }
  }

  /** Columns of lists: all except the body, which is large. */
  static final String SELECT =
      """
      select new DeskRevision(
        r.rev, r.frontMatter, r.provenance, r.characters, r.bodySha256, r.canonicalSha256, r.correctionClass, r.correctionNote, r.liveAt,
        r.createdBy, r.purgedAt)
      from ArticleRevision r
      """;

  DeskRevision(
      Integer rev,
      FrontMatter frontMatter,
      Provenance provenance,
      Integer characters,
      String bodySha256,
      String canonicalSha256,
      CorrectionClass correctionClass,
      String correctionNote,
      Instant liveAt,
      String createdBy,
      Instant purgedAt) {
    this(
        rev,
        frontMatter,
        provenance,
        characters,
        bodySha256,
        canonicalSha256,
        RevisionCorrection.of(correctionClass, correctionNote),
        liveAt,
        createdBy,
        purgedAt,
        null,
        null);
  }

  static DeskRevision of(ArticleRevision r) {
    return new DeskRevision(
        r.rev,
        r.frontMatter,
        r.provenance,
        r.characters,
        r.bodySha256,
        r.canonicalSha256,
        RevisionCorrection.of(r.correctionClass, r.correctionNote),
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
