package org.yujian.change;

import java.sql.SQLException;
import java.util.UUID;
import org.yujian.shared.page.SqlRow;

/**
 * Why the public can no longer see an entity that was public before.
 *
 * @param account owning account; null when there is none
 * @param reason {@code withdrawn} or {@code closed}
 * @param detail public class of a withdrawal; otherwise null
 */
public record Gone(UUID id, long version, UUID account, String reason, String detail) {

  public static Gone of(SqlRow row) throws SQLException {
    return new Gone(row.uuid(1), row.number(2), row.uuid(3), row.text(4), row.text(5));
  }
}
