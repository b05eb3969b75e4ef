package org.yujian.follow;

import java.time.Instant;
import java.util.UUID;
import org.yujian.edition.FeedPlace;

/**
 * A follow as it is after its last change, for the reader's devices.
 *
 * @param active false when it has ended
 * @param followedSeq the number, among the reader's changes, of its begin
 * @param watermark feed order; an article that is not newer is read
 * @param seq of its last change
 */
public record FollowChange(
    UUID accountId,
    boolean active,
    boolean muted,
    Instant followedAt,
    long followedSeq,
    long watermark,
    long seq) {

  /** What is not newer is read; null where there was nothing yet to read. */
  public FeedPlace readUpTo() {
    return Followed.place(watermark);
  }
}
