package org.yujian.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.yujian.shared.page.SqlQuery;

/** A live article's place in its edition. */
public record PlacedArticle(UUID editionId, int position, UUID articleId) {

  /** To be narrowed further. */
  static final String SELECT =
      "select edition_id, position, id from article where state = 'published'";

  /** Of a row of {@link #SELECT}. */
  static PlacedArticle of(ResultSet row) throws SQLException {
    return new PlacedArticle(SqlQuery.uuid(row, 1), row.getInt(2), SqlQuery.uuid(row, 3));
  }
}
