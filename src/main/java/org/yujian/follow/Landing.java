package org.yujian.follow;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.account.AccountView;
import org.yujian.feed.ArticleSummary;
import org.yujian.shared.html.PageLanguage;
import org.yujian.target.FollowTargetView;

/**
 * Content of a landing page: the account to follow and its newest articles.
 *
 * @param account account to follow
 * @param followTarget follow target of the account
 * @param articles newest articles, newest first
 */
@Schema(name = "Landing")
public record Landing(
    @NotNull AccountView account,
    @NotNull FollowTargetView followTarget,
    @NotNull List<ArticleSummary> articles) {

  public String language() {
    return PageLanguage.ofText(account.name());
  }

  /** Path of a picture for link previews: the newest cover; null without one. */
  public String picture() {
    return articles.stream()
        .map(ArticleSummary::cardPicture)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** First character of the name, shown when an account has no picture. */
  public String initial() {
    return Character.toString(account.name().codePointAt(0));
  }
}
