package org.yujian.follow;

import java.util.UUID;
import org.yujian.edition.FeedPlace;

/**
 * An account that a reader follows, for the home feed.
 *
 * @param countedFrom feed order; what is not newer was never unread
 * @param readUpTo feed order; what is not newer is read
 */
public record Followed(UUID accountId, boolean muted, long countedFrom, long readUpTo) {

  /** Feed order; an article that is not newer is not unread. */
  public long watermark() {
    return Math.max(countedFrom, readUpTo);
  }

  /** The same for clients; null where there was nothing yet to read. */
  public FeedPlace place() {
    return place(watermark());
  }

  static FeedPlace place(long watermark) {
    return watermark > 0 ? FeedPlace.of(watermark) : null;
  }
}
