package org.yujian.follow;

import java.util.UUID;

/**
 * An account that a reader follows, for the home feed.
 *
 * @param countedFrom feed order; what is not newer was never unread
 * @param readUpTo feed order; what is not newer is read
 */
public record Followed(UUID accountId, boolean muted, long countedFrom, long readUpTo) {}
