package org.yujian.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.yujian.shared.page.SqlQuery;

/** A correction as the query reads it. */
record CorrectionRow(UUID articleId, String reason, String note, Instant at, int rev) {

  static final String SELECT =
      """
      select article_id, correction_class, correction_note, live_at, rev from article_revision
      where article_id = any(:ids) and correction_class is not null
      """;

  /** Of a row of {@link #SELECT}. */
  static CorrectionRow of(ResultSet row) throws SQLException {
    return new CorrectionRow(
        SqlQuery.uuid(row, 1),
        row.getString(2),
        row.getString(3),
        SqlQuery.instant(row, 4),
        row.getInt(5));
  }

  ArticleView.CorrectionView view() {
    return new ArticleView.CorrectionView(reason, note, at, rev);
  }
}
