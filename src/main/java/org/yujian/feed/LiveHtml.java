package org.yujian.feed;

import java.sql.SQLException;
import java.util.UUID;
import org.yujian.shared.page.SqlRow;

/** The body of a live article as HTML. */
record LiveHtml(UUID id, String html) {

  static final String SELECT =
      """
      select a.id, r.html from article a
      join article_revision r on r.article_id = a.id and r.rev = a.live_rev
      where a.state = 'published' and a.id = any(:ids)
      """;

  static LiveHtml of(SqlRow row) throws SQLException {
    return new LiveHtml(row.uuid(1), row.text(2));
  }
}
