package org.yujian.home;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.yujian.change.LogPosition;
import org.yujian.change.Tailer;
import org.yujian.feed.AccountFeeds;
import org.yujian.feed.ArticleService;
import org.yujian.feed.ArticleSummary;
import org.yujian.feed.FeedRange;
import org.yujian.follow.FollowService;
import org.yujian.follow.Followed;
import org.yujian.reader.ReaderIdentity;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.transaction.ReadSnapshot;

/**
 * Builds the home feed at each request from the reader's current follows. The newest feed orders of
 * each account, its head, are cached in {@link HomeHeads} and merged here.
 */
@ApplicationScoped
public class HomeService {

  private final FollowService follows;
  private final AccountFeeds feeds;
  private final ArticleService articles;
  private final HomeHeads heads;
  private final ReadSnapshot snapshot;
  private final Tailer tailer;

  HomeService(
      FollowService follows,
      AccountFeeds feeds,
      ArticleService articles,
      HomeHeads heads,
      ReadSnapshot snapshot,
      Tailer tailer) {
    this.follows = follows;
    this.feeds = feeds;
    this.articles = articles;
    this.heads = heads;
    this.snapshot = snapshot;
    this.tailer = tailer;
  }

  /** Builds a page request whose cursors are valid only for this reader and grouping. */
  static PageRequest request(Integer limit, String cursor, HomeGroup group, ReaderIdentity who) {
    String filters = "home " + who.reader() + " " + (group == null ? "" : group);
    return PageRequest.of(limit, cursor, filters, PageKey.Feed.class);
  }

  @Transactional
  HomePage page(ReaderIdentity who, HomeGroup group, PageRequest page) {
    // Read before the snapshot begins, which therefore holds all changes up to this position.
    LogPosition position = tailer.position();
    snapshot.begin();
    List<UUID> accounts =
        follows.followed(who.key()).stream()
            .filter(follow -> !follow.muted())
            .map(Followed::accountId)
            .toList();
    FeedRange range = FeedRange.of(page, group == HomeGroup.EDITION);
    Collection<List<ArticleSummary>> rows = items(accounts, position, range, page.rows());
    ItemPage<List<ArticleSummary>> items =
        ItemPage.of(page, List.copyOf(rows), row -> range.pageKey(row.get(0)));
    List<ArticleSummary> shown = items.items().stream().flatMap(List::stream).toList();
    return HomePage.of(
        items.map(range.editions() ? editions(shown) : row -> HomeItem.of(row.get(0))),
        articles.included(shown));
  }

  /** Articles of each item, from cached heads or, where those are too short, from the tables. */
  private Collection<List<ArticleSummary>> items(
      List<UUID> accounts, LogPosition position, FeedRange range, int most) {
    if (accounts.isEmpty()) {
      return List.of();
    }
    Optional<List<Long>> cached =
        heads.of(accounts, position).flatMap(all -> HeadsMerge.keys(all, range, most));
    if (cached.isPresent()) {
      Collection<List<ArticleSummary>> rows = items(range, cached.get());
      // Fewer rows: a head is newer than the snapshot, or was withdrawn since it was cached.
      if (rows.size() == cached.get().size()) {
        return rows;
      }
    }
    return items(range, feeds.keys(accounts, range, most));
  }

  private Collection<List<ArticleSummary>> items(FeedRange range, List<Long> keys) {
    Map<PageKey, List<ArticleSummary>> rows = new LinkedHashMap<>();
    for (ArticleSummary article : feeds.articles(range, keys)) {
      rows.computeIfAbsent(range.pageKey(article), key -> new ArrayList<>()).add(article);
    }
    return rows.values();
  }

  private Function<List<ArticleSummary>, HomeItem> editions(List<ArticleSummary> shown) {
    Set<UUID> ids = shown.stream().map(ArticleSummary::editionId).collect(toSet());
    Map<UUID, Long> versions = ids.isEmpty() ? Map.of() : feeds.editionVersions(ids);
    return row -> HomeItem.of(row, versions.get(row.get(0).editionId()));
  }
}
