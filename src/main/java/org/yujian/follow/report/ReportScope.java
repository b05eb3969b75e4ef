package org.yujian.follow.report;

import java.util.Collection;
import java.util.UUID;

/**
 * Limits of a report; null means no limit.
 *
 * @param within accounts that the caller's key is limited to
 */
record ReportScope(UUID account, UUID followTarget, Collection<UUID> within) {}
