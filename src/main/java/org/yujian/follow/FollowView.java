package org.yujian.follow;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.account.AccountView;
import org.yujian.feed.ArticleSummary;
import org.yujian.feed.FeedPlace;

/**
 * An account that the reader follows.
 *
 * @param accountId id of the account
 * @param followedAt time of the follow
 * @param muted whether the account is kept out of the home feed
 * @param scene scene of the code that was scanned; absent when followed without one
 * @param readUpTo articles of the account that are not newer than this in feed order are read;
 *     absent when nothing was read
 * @param account the account; absent when it was closed in the meantime
 * @param newest newest article of the account; absent when it has none
 */
@Schema(name = "Follow")
public record FollowView(
    @NotNull UUID accountId,
    @NotNull Instant followedAt,
    @NotNull Boolean muted,
    String scene,
    FeedPlace readUpTo,
    AccountView account,
    ArticleSummary newest) {

  static FollowView of(Follow follow, AccountView account, ArticleSummary newest) {
    return new FollowView(
        follow.accountId,
        follow.followedAt,
        follow.muted,
        follow.scene,
        Followed.place(follow.watermark()),
        account,
        newest);
  }
}
