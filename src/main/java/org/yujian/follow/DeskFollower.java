package org.yujian.follow;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A follower as the desk of an account sees it.
 *
 * @param followerId identifies the follower at this account; the same reader has another id at each
 *     account
 * @param followedAt time of the follow
 * @param scene scene of the placement; absent when followed without one
 * @param placementId placement whose code was scanned; absent when followed without one
 * @param tags ids of the account's follower tags
 * @param blocked whether the follower is blocked
 */
@Schema(name = "DeskFollower")
public record DeskFollower(
    @NotNull UUID followerId,
    @NotNull Instant followedAt,
    String scene,
    UUID placementId,
    @NotNull List<UUID> tags,
    @NotNull Boolean blocked) {

  static DeskFollower of(FollowerRow row, List<UUID> tags) {
    return new DeskFollower(
        row.followerId(), row.followedAt(), row.scene(), row.placementId(), tags, row.blocked());
  }
}
