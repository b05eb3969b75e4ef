package org.yujian.follow;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.account.AccountView;
import org.yujian.edition.ArticleSummary;
import org.yujian.edition.FeedPlace;

/**
 * An account that the reader follows.
 *
 * @param muted kept out of the home feed
 * @param scene of the code that was scanned; missing when it was followed without one
 * @param readUpTo an article of the account that is not newer in feed order is read; missing where
 *     none was
 * @param account missing when it has been closed since
 * @param newest the account's newest article; missing without any
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
