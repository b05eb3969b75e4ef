package org.yujian.edition;

import java.sql.SQLException;
import org.yujian.shared.page.SqlRow;

/** A live article with its body in the one form that was asked for. */
record LiveArticle(ArticleSummary light, BodyRow body) {

  static String select(BodyForm form) {
    return ArticleSummary.SELECT
        + ", "
        + BodyRow.columns(form)
        + " from article a join article_revision r on r.article_id = a.id and r.rev = a.live_rev"
        + " where a.state = 'published'";
  }

  /** Of a row of {@link #select}. */
  static LiveArticle of(SqlRow row) throws SQLException {
    return new LiveArticle(
        ArticleSummary.of(row), BodyRow.of(row.from(ArticleSummary.COLUMNS + 1)));
  }
}
