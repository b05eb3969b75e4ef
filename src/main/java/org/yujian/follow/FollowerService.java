package org.yujian.follow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yujian.account.AccountService;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.reader.ReaderChanges;
import org.yujian.reader.ReadersJoining;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;

/**
 * Lists, tags and blocks followers for the desk (the editors' API). Locks the readers in the order
 * of their internal numbers, which prevents deadlocks. Readers are not notified.
 */
@ApplicationScoped
class FollowerService {

  /** Maximum tags of one follower at one account; joining two readers may exceed it. */
  static final int MOST_TAGS = 20;

  private final FollowerRepository followers;
  private final FollowerTagRepository tags;
  private final ReaderChanges readers;
  private final AccountService accounts;
  private final Audit audit;
  private final DatabaseClock clock;

  FollowerService(
      FollowerRepository followers,
      FollowerTagRepository tags,
      ReaderChanges readers,
      AccountService accounts,
      Audit audit,
      DatabaseClock clock) {
    this.followers = followers;
    this.tags = tags;
    this.readers = readers;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** Followers with locked readers, and their state read under the lock. */
  private record Held(
      UUID account, List<UUID> asked, Map<UUID, DeskFollower> seen, Map<UUID, Long> keys) {

    List<Long> keysOf(Predicate<DeskFollower> which) {
      return seen.values().stream()
          .filter(which)
          .map(follower -> keys.get(follower.followerId()))
          .toList();
    }
  }

  @Transactional
  DeskFollowerPage list(String account, FollowerFilter filter, PageRequest page, Caller caller) {
    UUID id = accounts.deskRead(account, caller).id();
    ItemPage<FollowerRow> found =
        ItemPage.of(page, followers.page(id, filter, page), FollowerRow::pageKey);
    return DeskFollowerPage.of(found, views(id, found.items()));
  }

  @RetryOnConflict
  @Transactional
  ChangedFollowers tag(String account, UUID tagId, FollowerIds ids, Caller caller) {
    UUID owner = accounts.deskRead(account, caller).id();
    FollowerTag tag = tags.find(owner, tagId).orElseThrow(() -> missing(tagId));
    Held held = hold(owner, ids);
    Predicate<DeskFollower> without = follower -> !follower.tags().contains(tagId);
    List<UUID> full =
        held.seen().values().stream()
            .filter(without.and(follower -> follower.tags().size() >= MOST_TAGS))
            .map(DeskFollower::followerId)
            .toList();
    if (!full.isEmpty()) {
      throw FollowerProblems.tooManyTags(full);
    }
    followers.tag(tag, held.keysOf(without), clock.now());
    return changed("follower.tag", held, caller);
  }

  @RetryOnConflict
  @Transactional
  ChangedFollowers untag(String account, UUID tagId, FollowerIds ids, Caller caller) {
    UUID owner = accounts.deskRead(account, caller).id();
    FollowerTag tag = tags.find(owner, tagId).orElseThrow(() -> missing(tagId));
    Held held = hold(owner, ids);
    followers.untag(tag, held.keysOf(follower -> true));
    return changed("follower.untag", held, caller);
  }

  @RetryOnConflict
  @Transactional
  ChangedFollowers block(String account, boolean blocked, FollowerIds ids, Caller caller) {
    Held held = hold(accounts.deskRead(account, caller).id(), ids);
    followers.block(held.account(), held.keysOf(follower -> true), blocked);
    return changed(blocked ? "follower.block" : "follower.unblock", held, caller);
  }

  private static RuntimeException missing(UUID tag) {
    return FollowerProblems.tagNotFound(tag);
  }

  private Held hold(UUID account, FollowerIds ids) {
    List<UUID> asked = ids.followerIds().stream().distinct().toList();
    Set<Long> locked = new HashSet<>(followers.keys(account, asked));
    readers.lock(locked);
    List<FollowerRow> rows =
        followers.some(account, asked).stream()
            .filter(row -> locked.contains(row.readerKey()))
            .toList();
    Map<UUID, Long> keys =
        rows.stream().collect(toMap(FollowerRow::followerId, FollowerRow::readerKey));
    return new Held(account, asked, byId(views(account, rows)), keys);
  }

  /** Returns the current state and writes one audit event for each follower that changed. */
  private ChangedFollowers changed(String action, Held held, Caller caller) {
    Map<UUID, DeskFollower> now =
        byId(views(held.account(), followers.some(held.account(), held.seen().keySet())));
    List<DeskFollower> items =
        held.asked().stream().filter(now::containsKey).map(now::get).toList();
    for (DeskFollower after : items) {
      DeskFollower before = held.seen().get(after.followerId());
      if (!after.equals(before)) {
        audit.record(
            caller,
            new AuditEvent(action, "follower", after.followerId(), held.account(), before, after));
      }
    }
    return new ChangedFollowers(
        items, held.asked().stream().filter(id -> !now.containsKey(id)).toList());
  }

  private static Map<UUID, DeskFollower> byId(Collection<DeskFollower> some) {
    return some.stream().collect(toMap(DeskFollower::followerId, Function.identity()));
  }

  private List<DeskFollower> views(UUID account, List<FollowerRow> rows) {
    Map<Long, List<UUID>> tagsOf =
        followers.taggings(account, rows.stream().map(FollowerRow::readerKey).toList()).stream()
            .collect(groupingBy(row -> row.readerKey, mapping(row -> row.tagId, toList())));
    return rows.stream()
        .map(row -> DeskFollower.of(row, tagsOf.getOrDefault(row.readerKey(), List.of())))
        .toList();
  }

  /** Gives the joined reader the tags of both readers. */
  @Transactional(TxType.MANDATORY)
  void join(@Observes ReadersJoining both) {
    followers.copyTaggings(both.from(), both.into());
  }
}
