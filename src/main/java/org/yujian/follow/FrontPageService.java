package org.yujian.follow;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.yujian.account.AccountPage;
import org.yujian.account.AccountService;
import org.yujian.account.AccountView;
import org.yujian.feed.ArticleFilter;
import org.yujian.feed.ArticlePage;
import org.yujian.feed.ArticleService;
import org.yujian.follow.FrontPage.Followable;
import org.yujian.follow.FrontPage.Headline;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.transaction.ReadSnapshot;
import org.yujian.target.FollowTargetView;
import org.yujian.target.TargetService;

/** Reads the content of the home page in one snapshot with a fixed number of statements. */
@ApplicationScoped
class FrontPageService {

  private static final int NEWEST = 10;
  private static final int ACCOUNTS = 24;

  private final ArticleService articles;
  private final AccountService accounts;
  private final TargetService targets;
  private final ReadSnapshot snapshot;

  FrontPageService(
      ArticleService articles,
      AccountService accounts,
      TargetService targets,
      ReadSnapshot snapshot) {
    this.articles = articles;
    this.accounts = accounts;
    this.targets = targets;
    this.snapshot = snapshot;
  }

  @Transactional
  FrontPage read() {
    snapshot.begin();
    List<Headline> newest = newest();
    AccountPage page = accounts.list(PageRequest.of(ACCOUNTS, null, "", PageKey.Named.class));
    return new FrontPage(newest, withCodes(page.items()), page.next() != null);
  }

  private List<Headline> newest() {
    ArticleFilter all = new ArticleFilter(null, null, null);
    ArticlePage page =
        articles.list(all, PageRequest.of(NEWEST, null, all.toString(), PageKey.Feed.class));
    Map<UUID, AccountView> authors =
        page.included().accounts().stream().collect(toMap(AccountView::id, Function.identity()));
    return page.items().stream()
        .map(article -> new Headline(article, authors.get(article.accountId())))
        .toList();
  }

  private List<Followable> withCodes(List<AccountView> shown) {
    Map<UUID, FollowTargetView> codes =
        targets.ofAccounts(shown.stream().map(AccountView::id).toList());
    return shown.stream().map(account -> new Followable(account, codes.get(account.id()))).toList();
  }
}
