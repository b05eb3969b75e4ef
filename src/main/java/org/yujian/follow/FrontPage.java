package org.yujian.follow;

import java.util.List;
import org.yujian.account.AccountView;
import org.yujian.edition.ArticleSummary;
import org.yujian.shared.html.PageLanguage;
import org.yujian.target.FollowTargetView;

/**
 * Content of the home page.
 *
 * @param newest articles of all accounts, newest first
 * @param accounts the first accounts in the order of pinyin, with their follow codes
 * @param moreAccounts whether there are further accounts
 */
record FrontPage(List<Headline> newest, List<Followable> accounts, boolean moreAccounts) {

  /** An article with the account that published it. */
  record Headline(ArticleSummary article, AccountView account) {

    /** Value of {@code lang} for the title; empty when unknown. */
    public String language() {
      return PageLanguage.ofText(article.title());
    }

    public String accountLanguage() {
      return PageLanguage.ofText(account.name());
    }
  }

  /**
   * An account with what a phone scans to follow it.
   *
   * @param target null when the account has none
   */
  record Followable(AccountView account, FollowTargetView target) {

    /** Value of {@code lang} for the name; empty when unknown. */
    public String language() {
      return PageLanguage.ofText(account.name());
    }
  }

  /**
   * Whether nothing has been published and no account is public: the page then explains how to
   * begin.
   */
  public boolean empty() {
    return newest.isEmpty() && accounts.isEmpty();
  }
}
