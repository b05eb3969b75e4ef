package org.yujian.feed;

import java.sql.SQLException;
import java.util.Locale;
import org.yujian.body.Body;
import org.yujian.body.Provenance;
import org.yujian.shared.page.SqlRow;

/** The body of a live article in one form; the columns of the other forms are null. */
record BodyRow(
    String canonicalSha256,
    Provenance provenance,
    String html,
    Body blocks,
    String text,
    String markdown) {

  static String columns(BodyForm form) {
    return String.format(
        Locale.ROOT,
        "r.canonical_sha256, r.provenance, %s as html, %s as body, %s as text, %s as markdown",
        form == BodyForm.HTML ? "r.html" : "null",
        form == BodyForm.BLOCKS ? "r.body" : "null",
        form == BodyForm.TEXT ? "r.text" : "null",
        form == BodyForm.MARKDOWN ? "r.markdown" : "null");
  }

  static BodyRow of(SqlRow row) throws SQLException {
    return new BodyRow(
        row.text(1),
        row.json(2, Provenance.class),
        row.text(3),
        row.json(4, Body.class),
        row.text(5),
        row.text(6));
  }
}
