package org.yujian.follow;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.yujian.account.AccountService;
import org.yujian.account.AccountView;
import org.yujian.feed.AccountFeeds;
import org.yujian.feed.ArticleSummary;
import org.yujian.reader.ReaderChanges;
import org.yujian.reader.ReaderIdentity;
import org.yujian.reader.ReaderLeaving;
import org.yujian.reader.ReadersJoining;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;

/** Follows and unfollows accounts; locks the reader first, updates the follower count last. */
@ApplicationScoped
public class FollowService {

  /** Maximum accounts that one reader may follow; joining two readers may exceed it. */
  public static final int LIMIT = 2_000;

  private final FollowRepository follows;
  private final PublishedFollowRepository published;
  private final FollowerRepository followers;
  private final ReaderChanges changes;
  private final AccountService accounts;
  private final AccountFeeds feeds;
  private final DatabaseClock clock;

  FollowService(
      FollowRepository follows,
      PublishedFollowRepository published,
      FollowerRepository followers,
      ReaderChanges changes,
      AccountService accounts,
      AccountFeeds feeds,
      DatabaseClock clock) {
    this.follows = follows;
    this.published = published;
    this.followers = followers;
    this.changes = changes;
    this.accounts = accounts;
    this.feeds = feeds;
    this.clock = clock;
  }

  /** The reader's active follows with muted ones, latest followed first. */
  @Transactional
  public List<Followed> followed(long readerKey) {
    return published.followed(readerKey).stream().sorted(Followed.IN_LIST_ORDER).toList();
  }

  @Transactional
  public boolean isFollowing(ReaderIdentity who, UUID accountId) {
    return follows.active(who.key(), accountId).isPresent();
  }

  /**
   * Marks everything in these accounts up to {@code feedOrder} as read. The caller has locked the
   * reader. Returns the current follows of these accounts, latest followed first; accounts that the
   * reader does not follow are left out.
   */
  @Transactional(TxType.MANDATORY)
  public List<Followed> readUpTo(long readerKey, Collection<UUID> accountIds, long feedOrder) {
    List<Follow> found = follows.active(readerKey, accountIds);
    List<Follow> behind = found.stream().filter(f -> f.isBehind(feedOrder)).toList();
    if (!behind.isEmpty()) {
      long seq = changes.before(readerKey, behind.size());
      for (Follow follow : behind) {
        follow.readUpTo(feedOrder, ++seq);
      }
      follows.flushTogether(behind.size());
    }
    return found.stream().map(Follow::followed).toList();
  }

  /** Follows that started, changed or ended after the reader's change {@code seq}, in order. */
  @Transactional
  public List<FollowChange> changedSince(long readerKey, long seq, int limit) {
    return follows.changedSince(readerKey, seq, limit);
  }

  @Transactional
  FollowPage list(ReaderIdentity who, PageRequest page) {
    ItemPage<Follow> found = ItemPage.of(page, follows.page(who.key(), page), Follow::pageKey);
    return FollowPage.of(found, views(found.items()));
  }

  /** Errors: 404 for an unknown account, 410 for a closed one, 409 over {@link #LIMIT}. */
  @RetryOnConflict
  @Transactional
  FollowView put(UUID accountId, FollowSettings settings, ReaderIdentity who) {
    accounts.read(accountId.toString());
    long key = changes.lock(who);
    boolean began = begin(key, accountId, FollowOrigin.NONE);
    Follow follow = follows.active(key, accountId).orElseThrow();
    Boolean muted = settings == null ? null : settings.muted();
    if (muted != null && muted != follow.muted) {
      follow.mute(muted, changes.next(key));
    }
    FollowView view = views(List.of(follow)).get(0);
    count(accountId, began ? 1 : 0);
    return view;
  }

  /** Starts a follow; false if one is active. The caller must then call {@link #count}. */
  boolean begin(long readerKey, UUID accountId, FollowOrigin origin) {
    if (follows.active(readerKey, accountId).isPresent()) {
      return false;
    }
    if (follows.countActive(readerKey) >= LIMIT) {
      throw FollowProblems.tooMany(LIMIT);
    }
    Follow follow =
        follows
            .ever(readerKey, accountId)
            .orElseGet(() -> new Follow(new Follow.Key(readerKey, accountId)));
    Instant now = clock.now();
    long newest = feeds.newest(List.of(accountId)).getOrDefault(accountId, 0L);
    follow.begin(origin, newest, now, changes.next(readerKey));
    follows.persist(follow);
    follows.persist(new FollowEvent(follow, FollowEvent.FOLLOW, now));
    return true;
  }

  /** Ends a follow and deletes the account's tags on the follower. */
  @RetryOnConflict
  @Transactional
  public void end(UUID accountId, ReaderIdentity who) {
    long key = changes.lock(who);
    Optional<Follow> follow = follows.active(key, accountId);
    if (follow.isPresent()) {
      follow.get().end(changes.next(key));
      followers.untagAll(accountId, key);
      follows.persist(new FollowEvent(follow.get(), FollowEvent.UNFOLLOW, clock.now()));
      count(accountId, -1);
    }
  }

  @Transactional
  AccountCounts counts(Collection<UUID> ids) {
    Map<UUID, AccountCount> found =
        published.counts(ids).stream().collect(toMap(AccountCount::accountId, Function.identity()));
    return new AccountCounts(Ids.inOrder(new LinkedHashSet<>(ids), found));
  }

  /** Must be the last statement: the counter's row stays locked until the commit. */
  void count(UUID accountId, int followers) {
    if (followers != 0) {
      follows.flush();
      follows.add(accountId, followers);
    }
  }

  private List<FollowView> views(List<Follow> found) {
    List<UUID> ids = found.stream().map(follow -> follow.accountId).toList();
    Map<UUID, AccountView> cards = accounts.present(ids).views();
    Map<UUID, ArticleSummary> newest =
        feeds.newestArticles(ids).stream()
            .collect(toMap(ArticleSummary::accountId, Function.identity()));
    return found.stream()
        .map(
            follow ->
                FollowView.of(follow, cards.get(follow.accountId), newest.get(follow.accountId)))
        .toList();
  }

  @Transactional(TxType.MANDATORY)
  void join(@Observes ReadersJoining both) {
    Instant now = clock.now();
    List<Follow> theirs = follows.all(both.from());
    long seq = changes.before(both.into(), theirs.size());
    for (Follow their : theirs) {
      seq++;
      Optional<Follow> known = follows.ever(both.into(), their.accountId);
      Follow own = known.orElseGet(() -> new Follow(new Follow.Key(both.into(), their.accountId)));
      boolean bothActive = own.active && their.active;
      own.unite(their, seq);
      if (known.isEmpty()) {
        own.followerId = their.followerId;
      }
      follows.delete(their);
      // The follower id is unique, so the old row is deleted before the new row takes its id.
      follows.flush();
      follows.persist(own);
      if (bothActive) {
        follows.persist(new FollowEvent(own, FollowEvent.JOINED, now));
        follows.flush();
        follows.add(own.accountId, -1);
      }
    }
    follows.moveEvents(both.from(), both.into());
  }

  /** Ends all follows of a reader who is deleted, so that the counts fall. */
  @Transactional(TxType.MANDATORY)
  void leave(@Observes ReaderLeaving reader) {
    Instant now = clock.now();
    for (Follow follow : follows.all(reader.key())) {
      if (follow.active) {
        follows.persist(new FollowEvent(follow, FollowEvent.LEFT, now));
        count(follow.accountId, -1);
      }
    }
  }
}
