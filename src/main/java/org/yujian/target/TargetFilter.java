package org.yujian.target;

import java.util.UUID;

/**
 * Filter of the public list of follow targets.
 *
 * @param account id or {@code @handle}; null for all
 * @param edition edition that shows them; null for all
 */
public record TargetFilter(String account, UUID edition) {}
