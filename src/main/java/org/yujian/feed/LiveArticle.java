package org.yujian.feed;

import java.sql.SQLException;
import org.yujian.shared.page.SqlRow;

/** A live article with its body in the requested form. */
record LiveArticle(ArticleSummary light, BodyRow body) {

  public static String select(BodyForm form) {
    return ArticleSummary.SELECT
        + ", "
        + BodyRow.columns(form)
        + " from article a join article_revision r on r.article_id = a.id and r.rev = a.live_rev"
        + " where a.state = 'published'";
  }

  static LiveArticle of(SqlRow row) throws SQLException {
    return new LiveArticle(
        ArticleSummary.of(row), BodyRow.of(row.from(ArticleSummary.COLUMNS + 1)));
  }
}
