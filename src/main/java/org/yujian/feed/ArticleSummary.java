package org.yujian.feed;

import jakarta.validation.constraints.NotNull;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.media.Image;
import org.yujian.shared.page.FeedOrder;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.SqlRow;

/**
 * An article without its body: enough to draw a row and to decide whether to fetch it. Ordered by
 * {@code publishedAt} descending, then {@code position} ascending.
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
 */
@Schema(name = "Article")
public record ArticleSummary(
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
    @NotNull Integer readSeconds) {

  /** Columns that {@link #of(SqlRow)} reads. */
  public static final String SELECT =
      """
      select a.id, a.live_rev, a.version, a.account_id, a.edition_id, a.position, a.kicker,
        a.title, a.subtitle, a.digest, a.source, a.author, a.cover, a.published_at, a.live_at,
        a.flags, a.tags, a.characters, a.read_seconds
      """;

  /** Number of columns in {@link #SELECT}. */
  static final int COLUMNS = 19;

  static ArticleSummary of(SqlRow row) throws SQLException {
    return new ArticleSummary(
        row.uuid(1),
        row.integer(2),
        row.number(3),
        row.uuid(4),
        row.uuid(5),
        row.integer(6),
        row.text(7),
        row.text(8),
        row.text(9),
        row.text(10),
        row.text(11),
        row.text(12),
        row.json(13, Image.class),
        row.instant(14),
        row.instant(15),
        row.texts(16),
        row.texts(17),
        row.integer(18),
        row.integer(19));
  }

  PageKey key() {
    return PageKey.feed(FeedOrder.of(publishedAt, position));
  }
}
