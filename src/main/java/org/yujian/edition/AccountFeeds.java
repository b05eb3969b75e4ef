package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Live articles of many accounts at once, each account's newest first. */
@ApplicationScoped
public class AccountFeeds {

  @Inject AccountFeedRepository feeds;

  /** The feed order of each account's newest live article; accounts without any are left out. */
  @Transactional
  public Map<UUID, Long> newest(Collection<UUID> accounts) {
    return feeds.newest(accounts);
  }

  /**
   * The feed orders of the newest live articles of each account that are below its place, newest
   * first.
   *
   * @param below feed orders; {@code Long.MAX_VALUE} for the newest of all
   * @param each of an account at most
   */
  @Transactional
  public Map<UUID, List<Long>> newest(Map<UUID, Long> below, int each) {
    return below.isEmpty() ? Map.of() : feeds.newest(below, each);
  }

  /** The live articles of these feed orders with their editions, in no order. */
  @Transactional
  public List<PlacedArticle> places(Collection<Long> feedOrders) {
    return feedOrders.isEmpty() ? List.of() : feeds.places(feedOrders);
  }

  /** Each account's newest live article, in no order. */
  @Transactional
  public List<ArticleSummary> newestArticles(Collection<UUID> accounts) {
    return feeds.articles(feeds.newest(accounts).values());
  }
}
