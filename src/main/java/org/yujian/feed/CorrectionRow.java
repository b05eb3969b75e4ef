package org.yujian.feed;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.yujian.shared.page.SqlRow;

/** A public correction, stored with the revision that it made. */
record CorrectionRow(UUID articleId, String reason, String note, Instant at, int rev) {

  public static final String SELECT =
      """
      select article_id, correction_class, correction_note, live_at, rev from article_revision
      where correction_class is not null
      """;

  static CorrectionRow of(SqlRow row) throws SQLException {
    return new CorrectionRow(row.uuid(1), row.text(2), row.text(3), row.instant(4), row.integer(5));
  }

  ArticleView.CorrectionView view() {
    return new ArticleView.CorrectionView(reason, note, at, rev);
  }
}
