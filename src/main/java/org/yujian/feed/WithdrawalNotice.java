package org.yujian.feed;

import java.sql.SQLException;
import java.time.Instant;
import org.yujian.shared.page.SqlRow;
import org.yujian.shared.problem.Problem;

/** Public part of a withdrawal; {@code note} may be null. */
record WithdrawalNotice(Instant at, String reason, String note) {

  /** Columns that {@link #of} reads, from an article or an edition. */
  static final String COLUMNS = "withdrawn_at, withdrawn_class, public_note";

  static WithdrawalNotice of(SqlRow row) throws SQLException {
    return new WithdrawalNotice(row.instant(1), row.text(2), row.text(3));
  }

  /** Adds class, time and note to a 410 problem. */
  Problem addTo(Problem problem) {
    problem.with("class", reason).with("at", at);
    return note == null ? problem : problem.with("note", note);
  }
}
