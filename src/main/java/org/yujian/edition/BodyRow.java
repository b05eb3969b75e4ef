package org.yujian.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.yujian.edition.body.Body;
import org.yujian.shared.json.Json;
import org.yujian.shared.page.SqlQuery;

/** A live body in the one form that was asked for; the other forms are null. */
record BodyRow(
    UUID articleId,
    String canonicalSha256,
    Provenance provenance,
    String html,
    Body blocks,
    String text,
    String markdown) {

  static String select(BodyForm form) {
    return """
        select a.id, r.canonical_sha256, r.provenance, %s, %s, %s, %s
        from article a join article_revision r on r.article_id = a.id and r.rev = a.live_rev
        where a.id = any(:ids)
        """
        .formatted(
            form == BodyForm.HTML ? "r.html" : "null",
            form == BodyForm.BLOCKS ? "r.body" : "null",
            form == BodyForm.TEXT ? "r.text" : "null",
            form == BodyForm.MARKDOWN ? "r.markdown" : "null");
  }

  /** Of a row of {@link #select}. */
  static BodyRow of(ResultSet row) throws SQLException {
    return new BodyRow(
        SqlQuery.uuid(row, 1),
        row.getString(2),
        Json.value(row.getString(3), Provenance.class),
        row.getString(4),
        Json.value(row.getString(5), Body.class),
        row.getString(6),
        row.getString(7));
  }
}
