package org.yujian.home;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.follow.FollowChange;

/**
 * A follow, as a device keeps it.
 *
 * @param version rises with every change of the follow
 */
@Schema(name = "SyncedFollow")
public record ReaderSyncFollow(
    @NotNull UUID accountId,
    @NotNull Boolean muted,
    @NotNull Instant followedAt,
    @NotNull Long version) {

  static ReaderSyncFollow of(FollowChange follow) {
    return new ReaderSyncFollow(
        follow.accountId(), follow.muted(), follow.followedAt(), follow.seq());
  }
}
