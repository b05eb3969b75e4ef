package org.yujian.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.SqlQuery;

/** An edition as the public list's query reads it. */
record EditionRow(UUID id, long version, UUID accountId, Instant publishedAt) {

  static final String SELECT =
      "select e.id, e.version, e.account_id, e.published_at from edition e";

  /** Of a row of {@link #SELECT}. */
  static EditionRow of(ResultSet row) throws SQLException {
    return new EditionRow(
        SqlQuery.uuid(row, 1), row.getLong(2), SqlQuery.uuid(row, 3), SqlQuery.instant(row, 4));
  }

  PageKey key() {
    return PageKey.feed(FeedOrder.micros(publishedAt));
  }
}
