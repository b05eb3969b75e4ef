package org.yujian.editing;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.body.Block;
import org.yujian.body.Provenance;
import org.yujian.edition.ArticleRevision;
import org.yujian.shared.page.PageKey;

/**
 * One published revision of an article.
 *
 * @param rev number of the revision, from 1
 * @param title title; empty once it is purged
 * @param subtitle line below the title
 * @param digest summary for lists
 * @param source office or publication named in the byline
 * @param author author named in the byline
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

  /**
   * Public record of a correction.
   *
   * @param note public note
   */
  @Schema(name = "RevisionCorrection")
  public record RevisionCorrection(@JsonProperty("class") @NotNull String reason, String note) {}

  /** Columns for lists, without the body, which is large. */
  static final String SELECT =
      """
      select new DeskRevision(
        r.rev, r.title, r.subtitle, r.digest, r.source, r.author, r.provenance, r.characters,
        r.bodySha256, r.canonicalSha256, r.correctionClass, r.correctionNote, r.liveAt,
        r.createdBy, r.purgedAt)
      from ArticleRevision r
      """;

  /** Constructor for {@link #SELECT}. */
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
