package org.yujian.home;

import java.time.Instant;
import java.util.List;
import org.yujian.account.AccountView;
import org.yujian.feed.ArticleSummary;
import org.yujian.shared.html.PageLanguage;

/**
 * Content of the page {@code /home}: what the reader of a browser follows.
 *
 * @param editions what was published together, newest first
 * @param accounts all followed accounts, latest followed first
 * @param next cursor of the next page; null on the last page
 * @param readUpTo cursor up to which everything was shown; null when nothing is unread or this is
 *     not the first page
 */
record BrowserHome(
    List<Edition> editions, List<Account> accounts, boolean first, String next, String readUpTo) {

  /** Articles of one account; the first is the lead. */
  record Edition(AccountView account, Instant publishedAt, List<Article> articles) {

    public String language() {
      return PageLanguage.ofText(account.name());
    }
  }

  /** An article; {@code cover} is null except for leads with a picture of this server. */
  record Article(ArticleSummary summary, boolean unread, CoverImage cover) {

    public String language() {
      return PageLanguage.ofText(summary.title());
    }

    /** The digest or the subtitle of a lead; null without both. */
    public String text() {
      String digest = summary.frontMatter().digest();
      return digest == null ? summary.subtitle() : digest;
    }
  }

  /** A followed account; {@code followPath} is null while it has no code. */
  record Account(AccountView account, Unread unread, String followPath) {

    public String language() {
      return PageLanguage.ofText(account.name());
    }

    /** {@code 3} or {@code 99+}; null without unread articles. */
    public String number() {
      return unread.value() == 0
          ? null
          : unread.value() + (unread.relation().equals("gte") ? "+" : "");
    }
  }
}
