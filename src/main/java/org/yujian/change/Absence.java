package org.yujian.change;

import java.sql.SQLException;
import java.util.UUID;
import org.yujian.shared.page.SqlRow;

/**
 * Why the public does not see a thing any more that it once knew.
 *
 * @param account whose it is; null when nobody's
 * @param reason {@code withdrawn} or {@code closed}
 * @param detail the public class of a withdrawal; else null
 */
public record Absence(UUID id, long version, UUID account, String reason, String detail) {

  /** Of a row with these columns in this order. */
  public static Absence of(SqlRow row) throws SQLException {
    return new Absence(row.uuid(1), row.number(2), row.uuid(3), row.text(4), row.text(5));
  }
}
