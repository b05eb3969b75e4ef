package org.yujian.follow;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.account.AccountView;
import org.yujian.edition.ArticleSummary;
import org.yujian.shared.html.PageLanguage;
import org.yujian.target.FollowTargetView;

/**
 * Where a scanned code leads: whom to follow, and the newest articles.
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

  /** Of the account's texts, for {@code lang}; empty when nobody knows. */
  public String language() {
    return PageLanguage.ofText(account.name());
  }

  /** Stands where an account has no picture. */
  public String initial() {
    return Character.toString(account.name().codePointAt(0));
  }
}
