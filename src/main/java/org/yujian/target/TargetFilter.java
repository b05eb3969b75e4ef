package org.yujian.target;

import java.util.UUID;

/**
 * Which follow targets.
 *
 * @param account id or {@code @handle}; null for all
 * @param edition those it shows; null for all
 */
public record TargetFilter(String account, UUID edition) {}
