package org.yujian.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.yujian.shared.page.SqlQuery;

/** A follow target's place in an edition that shows it. */
record PlacedTarget(UUID editionId, int position, UUID targetId) {

  /** Of a row of edition, place and target. */
  static PlacedTarget of(ResultSet row) throws SQLException {
    return new PlacedTarget(SqlQuery.uuid(row, 1), row.getInt(2), SqlQuery.uuid(row, 3));
  }
}
