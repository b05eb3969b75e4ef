package org.yujian.edition;

import static java.util.Map.Entry.comparingByValue;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Live articles of many accounts at once, as one feed or each account's newest. */
@ApplicationScoped
public class AccountFeeds {

  /** Of fewer accounts each is asked at once. */
  private static final int FEW = 50;

  /** Rows in the order of the feed lie together: two cost less than a look for an account. */
  private static final int ROWS_PER_ACCOUNT = 2;

  private static final int MOST_ROWS = 1_000;

  @Inject AccountFeedRepository feeds;
  @Inject EditionRepository editions;

  /** The feed order of each account's newest live article; accounts without any are left out. */
  @Transactional
  public Map<UUID, Long> newest(Collection<UUID> accounts) {
    return feeds.nearest(accounts, FeedRange.ALL);
  }

  /**
   * The feed orders of the newest live articles of each account that are below its place, newest
   * first; an empty array for none.
   *
   * @param below feed orders; {@code Long.MAX_VALUE} for the newest of all
   * @param most of an account
   */
  @Transactional
  public Map<UUID, long[]> newest(Map<UUID, Long> below, int most) {
    return below.isEmpty() ? Map.of() : feeds.newest(below, most);
  }

  /** The live articles of these feed orders with their editions, newest first. */
  @Transactional
  public List<PlacedArticle> places(Collection<Long> feedOrders) {
    return feedOrders.isEmpty() ? List.of() : feeds.places(feedOrders);
  }

  /** Each account's newest live article, in no order. */
  @Transactional
  public List<ArticleSummary> newestArticles(Collection<UUID> accounts) {
    return articles(FeedRange.ALL, List.copyOf(newest(accounts).values()));
  }

  /**
   * The keys of the first items of these accounts' common feed: from the next articles of all
   * accounts, which have enough of theirs unless these are few among many others.
   */
  @Transactional
  public List<Long> keys(Collection<UUID> accounts, FeedRange range, int most) {
    if (accounts.size() >= FEW) {
      int rows = Math.min(MOST_ROWS, ROWS_PER_ACCOUNT * accounts.size());
      List<Long> near = keys(feeds.near(accounts, range, rows), range, most);
      if (near.size() == most) {
        return near;
      }
    }
    return keysByAccount(accounts, range, most);
  }

  /**
   * The same in two steps: each account's first one; then, of the accounts that come first by it,
   * the others, because no more than so many accounts can stand among so many items.
   */
  private List<Long> keysByAccount(Collection<UUID> accounts, FeedRange range, int most) {
    List<Map.Entry<UUID, Long>> first =
        feeds.nearest(accounts, range).entrySet().stream()
            .sorted(comparingByValue(range.order()))
            .limit(most)
            .toList();
    if (first.isEmpty()) {
      return List.of();
    }
    long last =
        first.size() == most
            ? first.get(most - 1).getValue()
            : range.upward() ? Long.MAX_VALUE : Long.MIN_VALUE;
    List<UUID> best = first.stream().map(Map.Entry::getKey).toList();
    return keys(feeds.orders(best, range, last, most * range.articlesOfItem()), range, most);
  }

  private static List<Long> keys(List<Long> orders, FeedRange range, int most) {
    return orders.stream().map(range::key).distinct().sorted(range.order()).limit(most).toList();
  }

  /** The live articles of these items, in the order of the range. */
  @Transactional
  public List<ArticleSummary> articles(FeedRange range, List<Long> keys) {
    return keys.isEmpty()
        ? List.of()
        : feeds.articles(range.feedOrders(keys)).stream().sorted(range.itemOrder()).toList();
  }

  /** The versions of those of these editions that are published. */
  @Transactional
  public Map<UUID, Long> editionVersions(Collection<UUID> ids) {
    return editions.published(ids).stream().collect(toMap(EditionRow::id, EditionRow::version));
  }
}
