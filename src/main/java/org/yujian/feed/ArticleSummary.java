package org.yujian.feed;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotNull;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.body.FrontMatter;
import org.yujian.media.Picture;
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
 * @param publishedAt time of publication
 * @param updatedAt time at which the live revision went live
 * @param flags marks on the article
 * @param tags slugs of the tags
 * @param characters length of the body in Unicode code points
 * @param readSeconds estimated reading time in seconds
 */
@Schema(name = "Article", requiredProperties = "title")
public record ArticleSummary(
    @NotNull UUID id,
    @NotNull Integer rev,
    @NotNull Long version,
    @NotNull UUID accountId,
    @NotNull UUID editionId,
    @NotNull Integer position,
    @JsonUnwrapped FrontMatter frontMatter,
    @NotNull Instant publishedAt,
    @NotNull Instant updatedAt,
    @NotNull List<String> flags,
    @NotNull List<String> tags,
    @NotNull Integer characters,
    @NotNull Integer readSeconds) {

  public static final String SELECT =
      """
      select a.id, a.live_rev, a.version, a.account_id, a.edition_id, a.position, a.published_at,
        a.live_at, a.flags, a.tags, a.characters, a.read_seconds,\s"""
          + FrontMatter.columns("a");

  private static final int FRONT_MATTER = 13;
  private static final int CARD_PIXELS = 1080;

  static final int COLUMNS = FRONT_MATTER - 1 + FrontMatter.NAMES.size();

  static ArticleSummary of(SqlRow row) throws SQLException {
    return new ArticleSummary(
        row.uuid(1),
        row.integer(2),
        row.number(3),
        row.uuid(4),
        row.uuid(5),
        row.integer(6),
        FrontMatter.of(row.from(FRONT_MATTER)),
        row.instant(7),
        row.instant(8),
        row.texts(9),
        row.texts(10),
        row.integer(11),
        row.integer(12));
  }

  public String title() {
    return frontMatter.title();
  }

  public String subtitle() {
    return frontMatter.subtitle();
  }

  /** Path of the wide cover for link previews; null if it is on another server or missing. */
  public String cardPicture() {
    Picture cover = frontMatter.cover();
    String url = cover == null ? null : cover.wideAt(CARD_PIXELS);
    return url == null || !url.startsWith("/") ? null : url;
  }

  PageKey key() {
    return PageKey.feed(FeedOrder.of(publishedAt, position));
  }
}
