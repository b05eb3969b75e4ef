package org.yujian.edition;

import jakarta.validation.constraints.NotNull;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.media.Image;
import org.yujian.shared.json.Json;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.SqlQuery;

/**
 * An article, light: enough to draw a row and to decide whether to fetch it. Ordered by {@code
 * publishedAt} descending, then {@code position} ascending.
 *
 * @param rev counts what went live of it
 * @param version rises with every public change; a client keeps the higher one
 * @param source the office of the byline
 * @param flags {@code corrected}, {@code reprint}, …
 * @param tags slugs
 * @param characters of the body, in Unicode code points
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

  /** The fields as queries select them, in this order. */
  static final String SELECT =
      """
      select a.id, a.live_rev, a.version, a.account_id, a.edition_id, a.position, a.kicker,
        a.title, a.subtitle, a.digest, a.source, a.author, a.cover, a.published_at, a.live_at,
        a.flags, a.tags, a.characters, a.read_seconds
      """;

  /** Of a row of {@link #SELECT}. */
  static ArticleSummary of(ResultSet row) throws SQLException {
    return new ArticleSummary(
        SqlQuery.uuid(row, 1),
        row.getInt(2),
        row.getLong(3),
        SqlQuery.uuid(row, 4),
        SqlQuery.uuid(row, 5),
        row.getInt(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        Json.value(row.getString(13), Image.class),
        SqlQuery.instant(row, 14),
        SqlQuery.instant(row, 15),
        SqlQuery.texts(row, 16),
        SqlQuery.texts(row, 17),
        row.getInt(18),
        row.getInt(19));
  }

  PageKey key() {
    return PageKey.feed(FeedOrder.of(publishedAt, position));
  }
}
