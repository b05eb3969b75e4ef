package org.yujian.change;

import java.util.List;
import java.util.UUID;

/**
 * A piece of the log: the rows that match a filter, and how far it was read, matching or not.
 *
 * @param more whether rows follow that were not looked at
 */
public record LogPage(List<Row> rows, SyncToken token, boolean more) {

  /**
   * One row.
   *
   * @param old written before a first snapshot that is being read was begun: who reads it cannot
   *     hold what was gone by then
   */
  public record Row(
      long seq,
      long nonce,
      ChangedThing thing,
      UUID id,
      long version,
      List<String> parts,
      boolean old) {}
}
