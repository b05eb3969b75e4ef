package org.yujian.feed;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.yujian.shared.page.SqlRow;

/**
 * An article that was public and is withdrawn.
 *
 * @param at time of the withdrawal
 * @param note public note; may be null
 */
public record Withdrawn(UUID id, Instant at, String note) {

  static final String SELECT =
      "select a.id, a.withdrawn_at, a.public_note, a.tags from article a where a.state = 'withdrawn'";

  static Withdrawn of(SqlRow row) throws SQLException {
    return new Withdrawn(row.uuid(1), row.instant(2), row.text(3));
  }
}
