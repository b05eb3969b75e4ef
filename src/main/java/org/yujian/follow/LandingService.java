package org.yujian.follow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.account.AccountView;
import org.yujian.feed.ArticleFilter;
import org.yujian.feed.ArticleService;
import org.yujian.feed.ArticleSummary;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.ReadSnapshot;
import org.yujian.target.ScannedCode;
import org.yujian.target.TargetService;

/** Reads the content of landing pages for {@link LandingResource}. */
@ApplicationScoped
class LandingService {

  private static final int NEWEST = 10;

  private final TargetService targets;
  private final AccountService accounts;
  private final ArticleService articles;
  private final ReadSnapshot snapshot;
  private final DatabaseClock clock;

  LandingService(
      TargetService targets,
      AccountService accounts,
      ArticleService articles,
      ReadSnapshot snapshot,
      DatabaseClock clock) {
    this.targets = targets;
    this.accounts = accounts;
    this.articles = articles;
    this.snapshot = snapshot;
    this.clock = clock;
  }

  /** 404 for an unknown code; 410 with the account's name after the end of account or placement. */
  @Transactional
  Landing read(String code) {
    snapshot.begin();
    ScannedCode scanned = targets.ofCode(code);
    AccountView account = accounts.read(scanned.accountId().toString());
    scanned.requireValid(clock.now());
    return new Landing(account, targets.read(scanned.followTargetId()), newest(account));
  }

  /** The account of a code, which may have ended; 404 for an unknown code. */
  @Transactional
  UUID accountOf(String code) {
    return targets.ofCode(code).accountId();
  }

  /** Fails like {@link #read}. */
  @Transactional
  void requireOpen(String code) {
    ScannedCode scanned = targets.ofCode(code);
    accounts.read(scanned.accountId().toString());
    scanned.requireValid(clock.now());
  }

  private List<ArticleSummary> newest(AccountView account) {
    ArticleFilter filter = new ArticleFilter(account.id().toString(), null, null);
    PageRequest page = PageRequest.of(NEWEST, null, filter.toString(), PageKey.Feed.class);
    return articles.list(filter, page).items();
  }
}
