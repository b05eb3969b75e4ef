package org.yujian.edition;

import java.sql.SQLException;
import java.util.UUID;
import org.yujian.shared.page.SqlRow;

/** A live article's place in its edition. */
public record PlacedArticle(UUID editionId, int position, UUID articleId) {

  /** To be narrowed further. */
  static final String SELECT =
      "select edition_id, position, id from article where state = 'published'";

  /** Of a row of {@link #SELECT}. */
  static PlacedArticle of(SqlRow row) throws SQLException {
    return new PlacedArticle(row.uuid(1), row.integer(2), row.uuid(3));
  }
}
