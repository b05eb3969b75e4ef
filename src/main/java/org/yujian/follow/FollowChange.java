package org.yujian.follow;

import java.time.Instant;
import java.util.UUID;

/**
 * A follow as it is after its last change, for the reader's devices.
 *
 * @param active false when it has ended
 * @param followedSeq the number, among the reader's changes, of its begin
 * @param seq of its last change
 */
public record FollowChange(
    UUID accountId,
    boolean active,
    boolean muted,
    Instant followedAt,
    long followedSeq,
    long countedFrom,
    long readUpTo,
    long seq) {}
