package org.yujian.edition;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A place in feed order: newer is a later moment, or the same one with a lower position.
 *
 * @param publishedAt time of publication
 * @param position place within the edition, from 1
 */
@Schema(name = "FeedPlace")
public record FeedPlace(@NotNull Instant publishedAt, @NotNull Integer position) {

  /** How many places an edition has. */
  public static final int POSITIONS = FeedOrder.POSITIONS;

  /** The place of a feed order, which need not be an article's. */
  public static FeedPlace of(long feedOrder) {
    return new FeedPlace(FeedOrder.moment(feedOrder), FeedOrder.position(feedOrder));
  }
}
