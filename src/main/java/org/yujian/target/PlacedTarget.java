package org.yujian.target;

import java.sql.SQLException;
import java.util.UUID;
import org.yujian.shared.page.SqlRow;

/** A follow target's position in an edition that shows it. */
record PlacedTarget(UUID editionId, int position, UUID targetId) {

  static PlacedTarget of(SqlRow row) throws SQLException {
    return new PlacedTarget(row.uuid(1), row.integer(2), row.uuid(3));
  }
}
