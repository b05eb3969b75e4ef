package org.yujian.feed;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.yujian.shared.page.FeedOrder;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.SqlRow;

/** A published edition without its articles. */
record EditionRow(UUID id, long version, UUID accountId, Instant publishedAt) {

  public static final String SELECT =
      "select e.id, e.version, e.account_id, e.published_at from edition e";

  static EditionRow of(SqlRow row) throws SQLException {
    return new EditionRow(row.uuid(1), row.number(2), row.uuid(3), row.instant(4));
  }

  PageKey key() {
    return PageKey.feed(FeedOrder.micros(publishedAt));
  }
}
