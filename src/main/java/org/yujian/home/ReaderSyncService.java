package org.yujian.home;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.yujian.change.ChangedThing;
import org.yujian.change.LogFilter;
import org.yujian.change.LogPage;
import org.yujian.change.LogPages;
import org.yujian.change.SyncToken;
import org.yujian.change.Tailer;
import org.yujian.feed.AccountFeeds;
import org.yujian.feed.PlacedArticle;
import org.yujian.follow.FollowService;
import org.yujian.follow.Followed;
import org.yujian.reader.ReaderChanges;
import org.yujian.reader.ReaderIdentity;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.transaction.ReadSnapshot;
import org.yujian.sync.ChangedRef;
import org.yujian.sync.SyncChange;
import org.yujian.sync.SyncChanges;

/**
 * Builds the pages of a reader's sync, each from one snapshot: first the reader's own changes and,
 * once all are sent, the log rows of the accounts followed in that snapshot. So device and database
 * agree on the follows whenever the log token advances.
 */
@ApplicationScoped
class ReaderSyncService {

  /** An account that does not exist, because an empty filter would match all accounts. */
  private static final Set<UUID> NOBODY = Set.of(new UUID(0, 0));

  private final ReaderChanges changes;
  private final FollowService follows;
  private final ReadingMarkRepository marks;
  private final AccountFeeds feeds;
  private final SyncChanges things;
  private final LogPages log;
  private final Tailer tailer;
  private final ReadSnapshot snapshot;

  ReaderSyncService(
      ReaderChanges changes,
      FollowService follows,
      ReadingMarkRepository marks,
      AccountFeeds feeds,
      SyncChanges things,
      LogPages log,
      Tailer tailer,
      ReadSnapshot snapshot) {
    this.changes = changes;
    this.follows = follows;
    this.marks = marks;
    this.feeds = feeds;
    this.things = things;
    this.log = log;
    this.tailer = tailer;
    this.snapshot = snapshot;
  }

  /** A null {@code since} starts a full copy. */
  @Transactional
  ReaderSyncPage read(String since, int limit, ReaderIdentity who) {
    ReaderSyncToken token = since == null ? null : ReaderSyncToken.decode(since);
    if (token != null && !token.isOf(who.reader())) {
      throw expired();
    }
    snapshot.begin();
    long last = changes.last(who.key());
    if (token == null) {
      SyncToken newest = log.newest();
      return new Page(who.key(), last, limit, newest)
          .read(ReaderSyncToken.begin(who.reader(), newest));
    }
    if (token.seq() > last) {
      if (tailer.standby()) {
        // This standby has not replicated the reader's changes up to the token yet.
        return ReaderSyncPage.of(List.of(), token, false);
      }
      throw expired();
    }
    return new Page(who.key(), last, limit, tailer.newest().orElse(null)).read(token);
  }

  private static Problem expired() {
    return ProblemCode.SYNC_TOKEN_EXPIRED.problem().with("restart", ReaderSyncResource.PATH);
  }

  private final class Page {
    private final long key;
    private final long last;
    private final int limit;
    private final SyncToken newest;
    private final List<ChangedRef> touched = new ArrayList<>();

    /**
     * @param last number of the reader's last change
     * @param newest newest token of the log; null when this node may lag behind
     */
    Page(long key, long last, int limit, SyncToken newest) {
      this.key = key;
      this.last = last;
      this.limit = limit;
      this.newest = newest;
    }

    ReaderSyncPage read(ReaderSyncToken since) {
      ReaderSyncWalk walk = new ReaderSyncWalk(since, rows(since), limit);
      walk.go(feeds.newest(walk.below(), Math.min(limit, ReaderSyncWalk.NEWEST)));
      arrive(walk);
      if (walk.stopped()) {
        return answer(walk, filter(walk.below().keySet()), walk.place(), true);
      }
      ReaderSyncToken place = walk.place().whole(last);
      if (place.log().equals(newest) || walk.room() == 0) {
        boolean more = !place.log().equals(newest);
        return answer(walk, filter(walk.below().keySet()), place, more);
      }
      LogFilter followed =
          filter(follows.followed(key).stream().map(Followed::accountId).collect(toSet()));
      LogPage page =
          log.read(place.log(), followed, walk.room()).orElseThrow(ReaderSyncService::expired);
      page.rows().forEach(row -> touched.add(ChangedRef.of(row)));
      return answer(walk, followed, place.read(page.token()), page.more());
    }

    /** The reader's changes in order; one more than {@code limit} when there are more. */
    private List<ReaderSyncWalk.Row> rows(ReaderSyncToken since) {
      return since.seq() == last
          ? List.of()
          : Stream.concat(
                  follows.changedSince(key, since.seq(), limit + 1).stream()
                      .map(ReaderSyncWalk.Row::of),
                  marks.changedSince(key, since.seq(), limit + 1).stream()
                      .map(ReaderSyncWalk.Row::of))
              .sorted(comparing(ReaderSyncWalk.Row::seq))
              .limit(limit + 1L)
              .toList();
    }

    private void arrive(ReaderSyncWalk walk) {
      touched.addAll(things.whole(walk.accounts()));
      for (PlacedArticle place : feeds.places(walk.articles())) {
        touched.add(ChangedRef.whole(ChangedThing.ARTICLE, place.articleId()));
        touched.add(ChangedRef.whole(ChangedThing.EDITION, place.editionId()));
      }
    }

    private ReaderSyncPage answer(
        ReaderSyncWalk walk, LogFilter filter, ReaderSyncToken place, boolean more) {
      List<SyncChange> told = touched.isEmpty() ? List.of() : things.withMentioned(touched, filter);
      List<ReaderSyncChange> all = new ArrayList<>(walk.gone());
      told.stream().map(ReaderSyncChange::of).forEach(all::add);
      all.addAll(walk.personal());
      all.addAll(marksAgain(told, place.seq(), walk.marked()));
      return ReaderSyncPage.of(all, place, more);
    }

    /** Marks sent earlier, which a device dropped when it unfollowed their account. */
    private List<ReaderSyncChange> marksAgain(List<SyncChange> told, long seq, Set<UUID> here) {
      Set<UUID> articles =
          told.stream()
              .filter(change -> change.article() != null)
              .map(SyncChange::id)
              .collect(toSet());
      if (articles.isEmpty()) {
        return List.of();
      }
      return marks.rows(key, articles).stream()
          .filter(row -> row.mark().seq <= seq && !here.contains(row.mark().articleId))
          .map(ReaderSyncChange::of)
          .toList();
    }
  }

  private static LogFilter filter(Set<UUID> accounts) {
    return new LogFilter(Set.of(), accounts.isEmpty() ? NOBODY : accounts);
  }
}
