package org.yujian.feed;

import java.sql.SQLException;
import java.util.UUID;
import org.yujian.shared.page.SqlRow;

/** A live article's edition and its position there. */
public record PlacedArticle(UUID editionId, int position, UUID articleId) {

  /** More conditions can be appended. */
  public static final String SELECT =
      "select edition_id, position, id from article where state = 'published'";

  static PlacedArticle of(SqlRow row) throws SQLException {
    return new PlacedArticle(row.uuid(1), row.integer(2), row.uuid(3));
  }
}
