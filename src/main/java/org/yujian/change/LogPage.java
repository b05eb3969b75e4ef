package org.yujian.change;

import java.util.List;
import java.util.UUID;

/**
 * A page of the log: the rows that match a filter, and the position up to which rows were scanned.
 *
 * @param more whether rows follow that were not scanned
 */
public record LogPage(List<Row> rows, SyncToken token, boolean more) {

  /**
   * A matching row.
   *
   * @param accounts accounts that the entity belonged to before or after the change
   * @param old whether the row is older than the client's first full copy, which omits entities
   *     that were gone when it began
   */
  public record Row(
      long seq,
      long nonce,
      ChangedThing thing,
      UUID id,
      long version,
      List<String> parts,
      List<UUID> accounts,
      boolean old) {}
}
