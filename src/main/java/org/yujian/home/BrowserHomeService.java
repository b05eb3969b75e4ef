package org.yujian.home;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.account.AccountView;
import org.yujian.feed.ArticleSummary;
import org.yujian.follow.FollowService;
import org.yujian.follow.Followed;
import org.yujian.reader.ReaderIdentity;
import org.yujian.shared.page.FeedOrder;
import org.yujian.target.FollowTargetView;
import org.yujian.target.TargetService;

/** Reads and changes what the page {@code /home} shows, through the services of the API. */
@ApplicationScoped
class BrowserHomeService {

  private static final int EDITIONS = 15;

  private final HomeService home;
  private final UnreadService unread;
  private final MarkService marks;
  private final FollowService follows;
  private final AccountService accounts;
  private final TargetService targets;

  BrowserHomeService(
      HomeService home,
      UnreadService unread,
      MarkService marks,
      FollowService follows,
      AccountService accounts,
      TargetService targets) {
    this.home = home;
    this.unread = unread;
    this.marks = marks;
    this.follows = follows;
    this.accounts = accounts;
    this.targets = targets;
  }

  /**
   * @param cursor null for the newest articles
   */
  BrowserHome read(ReaderIdentity who, String cursor) {
    HomePage page =
        home.page(
            who, HomeGroup.EDITION, HomeService.request(EDITIONS, cursor, HomeGroup.EDITION, who));
    List<BrowserHome.Account> followed = accounts(who);
    boolean news = followed.stream().anyMatch(account -> account.number() != null);
    return new BrowserHome(
        editions(page, who),
        followed,
        cursor == null,
        page.next(),
        cursor == null && news ? page.prev() : null);
  }

  private List<BrowserHome.Edition> editions(HomePage page, ReaderIdentity who) {
    Map<UUID, AccountView> authors =
        page.included().accounts().stream().collect(toMap(AccountView::id, identity()));
    Map<UUID, Followed> followed =
        follows.followed(who.key()).stream().collect(toMap(Followed::accountId, identity()));
    Set<UUID> read = read(page, who);
    List<BrowserHome.Edition> editions = new ArrayList<>();
    for (HomeItem item : page.items()) {
      List<BrowserHome.Article> articles = new ArrayList<>();
      for (ArticleSummary article : item.articles()) {
        boolean isNew =
            !read.contains(article.id()) && isAfter(article, followed.get(item.accountId()));
        CoverImage cover = articles.isEmpty() ? CoverImage.of(article.frontMatter().cover()) : null;
        articles.add(new BrowserHome.Article(article, isNew, cover));
      }
      editions.add(
          new BrowserHome.Edition(authors.get(item.accountId()), item.publishedAt(), articles));
    }
    return editions;
  }

  /** False when the reader stopped following on another device during this request. */
  private static boolean isAfter(ArticleSummary article, Followed follow) {
    return follow != null
        && FeedOrder.of(article.publishedAt(), article.position()) > follow.watermark();
  }

  private Set<UUID> read(HomePage page, ReaderIdentity who) {
    List<UUID> shown =
        page.items().stream()
            .flatMap(item -> item.articles().stream())
            .map(ArticleSummary::id)
            .toList();
    return shown.isEmpty()
        ? Set.of()
        : marks.list(shown, who).items().stream()
            .filter(ReaderMark::read)
            .map(ReaderMark::articleId)
            .collect(toSet());
  }

  /** Closed accounts are left out. */
  private List<BrowserHome.Account> accounts(ReaderIdentity who) {
    List<UnreadCount> counts = unread.counts(who).items();
    List<UUID> ids = counts.stream().map(UnreadCount::accountId).toList();
    Map<UUID, AccountView> views = accounts.present(ids).views();
    Map<UUID, FollowTargetView> codes = ids.isEmpty() ? Map.of() : targets.ofAccounts(ids);
    return counts.stream()
        .filter(count -> views.containsKey(count.accountId()))
        .map(
            count ->
                new BrowserHome.Account(
                    views.get(count.accountId()),
                    count.unread(),
                    Optional.ofNullable(codes.get(count.accountId()))
                        .map(FollowTargetView::followPath)
                        .orElse(null)))
        .toList();
  }

  /** Marks everything that is followed as read, up to what the page showed. */
  void markRead(String upTo, ReaderIdentity who) {
    List<UUID> ids = follows.followed(who.key()).stream().map(Followed::accountId).toList();
    if (!ids.isEmpty()) {
      unread.markRead(new MarkRead(ids, upTo), who);
    }
  }

  void open(UUID article, ReaderIdentity who) {
    marks.read(article, who);
  }

  void unfollow(UUID account, ReaderIdentity who) {
    follows.end(account, who);
  }
}
