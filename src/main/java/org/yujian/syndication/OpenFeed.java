package org.yujian.syndication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yujian.account.AccountView;
import org.yujian.feed.ArticleSummary;
import org.yujian.feed.Withdrawn;
import org.yujian.tag.TagView;

/**
 * One page of a feed, before a writer gives it a format.
 *
 * @param entries articles with all that a feed shows of them, newest first
 * @param withdrawn articles withdrawn last, latest first; empty after the first page
 * @param cursor cursor of this page; null on the first page
 * @param next cursor of the next page; null on the last page
 * @param changed time of the newest public change of what the page shows
 */
record OpenFeed(
    Head head,
    List<Entry> entries,
    List<Withdrawn> withdrawn,
    String cursor,
    String next,
    Instant changed) {

  /**
   * What the pages of a feed have in common.
   *
   * @param id id of the account or tag, or that of the feed of all articles
   * @param path path without the ending of a format
   * @param description may be null
   * @param home path of the web page of the feed
   * @param account account of the feed; null for articles of several accounts
   * @param dated whether an article leaves the feed only by being withdrawn
   */
  record Head(
      UUID id,
      String path,
      String title,
      String description,
      String home,
      AccountView account,
      boolean dated) {}

  /**
   * @param html body with absolute links
   */
  record Entry(ArticleSummary article, AccountView account, List<TagView> tags, String html) {

    String id() {
      return urn(article.id());
    }

    String path() {
      return "/a/" + article.id();
    }

    /** Name in the byline: the author, else the source, else the account. */
    String author() {
      if (article.frontMatter().author() != null) {
        return article.frontMatter().author();
      }
      String source = article.frontMatter().source();
      return source == null ? account.name() : source;
    }

    String summary() {
      return article.frontMatter().digest();
    }

    Instant updated() {
      return article.updatedAt().isAfter(article.publishedAt())
          ? article.updatedAt()
          : article.publishedAt();
    }
  }

  static final String LANGUAGE = "zh-CN";

  /** Permanent id of an article or a feed (RFC 9562): independent of every address. */
  static String urn(UUID id) {
    return "urn:uuid:" + id;
  }

  static String accountPath(AccountView account) {
    return "/feeds/" + account.feed();
  }

  /**
   * Whether {@link #changed} rises with every change of this page. It does not on later pages,
   * which an article can leave without a trace, nor in a tag's feed, where a tag can be removed.
   */
  boolean dated() {
    return cursor == null && head.dated();
  }

  String self(FeedFormat format) {
    return page(format, cursor);
  }

  /** Path of the next page, or null. */
  String next(FeedFormat format) {
    return next == null ? null : page(format, next);
  }

  private String page(FeedFormat format, String at) {
    String first = format.path(head.path());
    return at == null ? first : first + "?cursor=" + at;
  }
}
