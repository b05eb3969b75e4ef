package org.yujian.follow;

import java.time.Instant;
import java.util.UUID;
import org.yujian.feed.FeedPlace;

/**
 * State of a follow after its last change, for sync to the reader's devices.
 *
 * @param active false when the follow has ended
 * @param followedSeq number of the change that started the follow, among the reader's changes
 * @param watermark feed order; an article that is not newer is read
 * @param seq number of the last change
 */
public record FollowChange(
    UUID accountId,
    boolean active,
    boolean muted,
    Instant followedAt,
    long followedSeq,
    long watermark,
    long seq) {

  /** Position up to which articles are read; null when there was nothing to read yet. */
  public FeedPlace readUpTo() {
    return Followed.place(watermark);
  }
}
