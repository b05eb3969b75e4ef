package org.yujian.feed;

import java.sql.SQLException;
import java.time.Instant;
import org.yujian.shared.page.SqlRow;
import org.yujian.shared.problem.Problem;

/** Public part of a withdrawal; {@code note} may be null. */
record WithdrawalNotice(Instant at, String reason, String note) {

  /** SQL query of one withdrawn row of {@code article} or {@code edition}, by its {@code id}. */
  static String select(String table) {
    return "select withdrawn_at, withdrawn_class, public_note from "
        + table
        + " where state = 'withdrawn' and id = :id";
  }

  static WithdrawalNotice of(SqlRow row) throws SQLException {
    return new WithdrawalNotice(row.instant(1), row.text(2), row.text(3));
  }

  Problem addTo(Problem problem) {
    problem.with("class", reason).with("at", at);
    return note == null ? problem : problem.with("note", note);
  }
}
