package org.yujian.follow.report;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whom a report is about; each part may be null for all.
 *
 * @param within the accounts that the key is limited to
 */
record ReportScope(UUID account, UUID followTarget, Collection<UUID> within) {

  /** As PostgreSQL writes an array. */
  String withinText() {
    return within == null
        ? null
        : within.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
