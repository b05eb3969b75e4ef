package org.yujian.feed;

import static java.util.Map.Entry.comparingByValue;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads live articles of many accounts, merged into one feed or per account. */
@ApplicationScoped
public class AccountFeeds {

  /** Below this number of accounts, each account is queried separately. */
  private static final int FEW = 50;

  /** Rows scanned per account: two adjacent rows cost less than one lookup by account. */
  private static final int ROWS_PER_ACCOUNT = 2;

  private static final int MOST_ROWS = 1_000;

  private final AccountFeedRepository feeds;
  private final PublishedEditionRepository editions;

  AccountFeeds(AccountFeedRepository feeds, PublishedEditionRepository editions) {
    this.feeds = feeds;
    this.editions = editions;
  }

  /** Feed order of each account's newest live article, without accounts that have none. */
  @Transactional
  public Map<UUID, Long> newest(Collection<UUID> accounts) {
    return feeds.nearest(accounts, FeedRange.ALL);
  }

  /**
   * Each account's newest feed orders below its bound, at most {@code most}, newest first; an empty
   * array if there are none. {@code Long.MAX_VALUE} means no bound.
   */
  @Transactional
  public Map<UUID, long[]> newest(Map<UUID, Long> below, int most) {
    return below.isEmpty() ? Map.of() : feeds.newest(below, most);
  }

  @Transactional
  public List<PlacedArticle> places(Collection<Long> feedOrders) {
    return feedOrders.isEmpty() ? List.of() : feeds.places(feedOrders);
  }

  @Transactional
  public List<ArticleSummary> newestArticles(Collection<UUID> accounts) {
    return articles(FeedRange.ALL, List.copyOf(newest(accounts).values()));
  }

  /**
   * Keys of the first items in the merged feed of the accounts. Scans the next articles of all
   * accounts, and queries each account only if too few of these articles belong to them.
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
   * Reads the first article of each account, then more articles of the {@code most} accounts whose
   * first articles lead: no other account can be among {@code most} items.
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

  @Transactional
  public List<ArticleSummary> articles(FeedRange range, List<Long> keys) {
    return keys.isEmpty()
        ? List.of()
        : feeds.articles(range.feedOrders(keys)).stream().sorted(range.itemOrder()).toList();
  }

  @Transactional
  public Map<UUID, Long> editionVersions(Collection<UUID> ids) {
    return editions.published(ids).stream().collect(toMap(EditionRow::id, EditionRow::version));
  }
}
