package org.yujian.feed;

import java.sql.SQLException;
import java.util.UUID;
import org.yujian.shared.page.SqlRow;

/** A live article of the same edition, for the links to the previous and next article. */
record Sibling(UUID editionId, int position, UUID id, String title) {

  public static final String SELECT =
      "select edition_id, position, id, title from article where state = 'published'";

  static Sibling of(SqlRow row) throws SQLException {
    return new Sibling(row.uuid(1), row.integer(2), row.uuid(3), row.text(4));
  }
}
