package org.yujian.follow.report;

import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Limits of a report; null means no limit.
 *
 * @param within accounts that the caller's key is limited to
 */
record ReportScope(UUID account, UUID followTarget, Collection<UUID> within) {

  /** {@code within} as a PostgreSQL array literal. */
  String withinText() {
    return within == null
        ? null
        : within.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
