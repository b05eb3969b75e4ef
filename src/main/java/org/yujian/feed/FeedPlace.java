package org.yujian.feed;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.shared.page.FeedOrder;

/**
 * Position in the feed: newer means a later time of publication, or the same time and a lower
 * position.
 *
 * @param publishedAt time of publication
 * @param position position within the edition, from 1
 */
@Schema(name = "FeedPlace")
public record FeedPlace(@NotNull Instant publishedAt, @NotNull Integer position) {

  public static final int POSITIONS = FeedOrder.POSITIONS;

  /** Converts a feed order, which need not belong to an article. */
  public static FeedPlace of(long feedOrder) {
    return new FeedPlace(FeedOrder.moment(feedOrder), FeedOrder.position(feedOrder));
  }
}
