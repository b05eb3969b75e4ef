package org.yujian.feed;

import java.sql.SQLException;
import java.util.UUID;
import org.yujian.shared.page.SqlRow;

/** An article's edition, and its position in the edition. */
public record PlacedArticle(UUID editionId, int position, UUID articleId) {

  /** Ends in a condition, so that callers can append others. */
  public static final String SELECT =
      "select edition_id, position, id from article where state = 'published'";

  static PlacedArticle of(SqlRow row) throws SQLException {
    return new PlacedArticle(row.uuid(1), row.integer(2), row.uuid(3));
  }
}
