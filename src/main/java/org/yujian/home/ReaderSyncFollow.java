package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.edition.FeedPlace;
import org.yujian.follow.FollowChange;

/**
 * A follow, as a device keeps it.
 *
 * @param readUpTo an article of the account that is not newer in feed order is read; missing where
 *     none was
 * @param version rises with every change of the follow
 */
@Schema(name = "SyncedFollow")
public record ReaderSyncFollow(
    @NotNull UUID accountId,
    @NotNull Boolean muted,
    @NotNull Instant followedAt,
    FeedPlace readUpTo,
    @NotNull Long version) {

  static ReaderSyncFollow of(FollowChange follow) {
    return new ReaderSyncFollow(
        follow.accountId(), follow.muted(), follow.followedAt(), follow.readUpTo(), follow.seq());
  }
}
