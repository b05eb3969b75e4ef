package org.yujian.follow;

import java.util.List;
import java.util.Objects;
import org.yujian.account.AccountView;
import org.yujian.feed.ArticleSummary;
import org.yujian.shared.html.PageLanguage;
import org.yujian.target.FollowTargetView;

/**
 * Content of the home page.
 *
 * @param newest articles of all accounts, newest first
 * @param accounts the first accounts sorted by pinyin, with their follow codes
 * @param moreAccounts whether there are further accounts
 */
record FrontPage(List<Headline> newest, List<Followable> accounts, boolean moreAccounts) {

  record Headline(ArticleSummary article, AccountView account) {

    public String language() {
      return PageLanguage.ofText(article.title());
    }

    public String accountLanguage() {
      return PageLanguage.ofText(account.name());
    }
  }

  /** An account with its follow code; {@code target} is null when there is none. */
  record Followable(AccountView account, FollowTargetView target) {

    public String language() {
      return PageLanguage.ofText(account.name());
    }
  }

  /** Path of a picture for link previews: the newest cover; null without one. */
  public String picture() {
    return newest.stream()
        .map(headline -> headline.article().cardPicture())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Whether the site has no article and no public account; the page then explains how to start. */
  public boolean empty() {
    return newest.isEmpty() && accounts.isEmpty();
  }
}
