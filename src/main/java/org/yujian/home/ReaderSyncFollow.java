package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.feed.FeedPlace;
import org.yujian.follow.FollowChange;

/**
 * A follow in a device's copy.
 *
 * @param accountId id of the account
 * @param muted whether the account is kept out of the home feed
 * @param followedAt time of the follow
 * @param readUpTo articles of the account that are not newer than this in feed order are read;
 *     absent when nothing was read
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
