package org.yujian.home;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.yujian.follow.FollowChange;

/**
 * Goes over a reader's changes in their order as far as a page has room, and notes what to tell.
 * Each change takes one place and each article of a follow that arrives another; what those need
 * (accounts, editions, tags) comes along.
 */
final class ReaderSyncWalk {

  /** How many articles a follow brings. */
  static final int NEWEST = 200;

  /** Follows that arrive in one page: one question each into an index. */
  private static final int ARRIVALS = 50;

  /** One change of a reader: of a follow or of a mark, the other is null. */
  record Row(long seq, FollowChange follow, MarkRow mark) {

    static Row of(FollowChange follow) {
      return new Row(follow.seq(), follow, null);
    }

    static Row of(MarkRow mark) {
      return new Row(mark.mark().seq, null, mark);
    }
  }

  private final ReaderSyncToken since;
  private final List<Row> rows;
  private final Map<UUID, Long> below = new LinkedHashMap<>();
  private final List<ReaderSyncChange> gone = new ArrayList<>();
  private final List<ReaderSyncChange> personal = new ArrayList<>();
  private final List<UUID> accounts = new ArrayList<>();
  private final List<Long> articles = new ArrayList<>();
  private ReaderSyncToken place;
  private int room;
  private boolean stopped;

  /**
   * @param rows in order, one more than {@code limit} where there are more
   */
  ReaderSyncWalk(ReaderSyncToken since, List<Row> rows, int limit) {
    this.since = since;
    this.place = since;
    this.room = limit;
    int end = Math.min(rows.size(), limit);
    for (int i = 0; i < end; i++) {
      FollowChange follow = rows.get(i).follow();
      if (follow != null && arrives(follow)) {
        if (below.size() == ARRIVALS) {
          end = i;
          break;
        }
        below.put(follow.accountId(), arrived(follow).below());
      }
    }
    this.rows = rows.subList(0, end);
    this.stopped = end < rows.size();
  }

  /** The accounts whose newest articles the walk needs, with the feed order to go on below. */
  Map<UUID, Long> below() {
    return below;
  }

  /**
   * @param newest of each account, the articles below its place
   */
  void go(Map<UUID, long[]> newest) {
    for (Row row : rows) {
      if (room == 0) {
        stopped = true;
        return;
      }
      FollowChange follow = row.follow();
      if (follow == null) {
        personal.add(ReaderSyncChange.of(row.mark()));
      } else if (!follow.active()) {
        unfollowed(follow);
      } else {
        if (arrives(follow) && !bring(follow, newest.get(follow.accountId()))) {
          stopped = true;
          return;
        }
        personal.add(ReaderSyncChange.of(follow));
      }
      room--;
      place = place.told(row.seq());
    }
  }

  /** Since the device last had everything: a follow that only changed, changed. */
  private boolean arrives(FollowChange follow) {
    return follow.active() && follow.followedSeq() > since.base();
  }

  private ReaderSyncToken.Arrival arrived(FollowChange follow) {
    ReaderSyncToken.Arrival arrival = since.arrival();
    return arrival.followedSeq() == follow.followedSeq()
        ? arrival
        : new ReaderSyncToken.Arrival(follow.followedSeq(), Long.MAX_VALUE, 0);
  }

  private void unfollowed(FollowChange follow) {
    if (!since.begins()) {
      // Who begins cannot have it.
      gone.add(ReaderSyncChange.unfollowed(follow.accountId()));
    }
  }

  /** True when all articles had room, and one is left for the follow itself. */
  private boolean bring(FollowChange follow, long[] newest) {
    ReaderSyncToken.Arrival arrival = arrived(follow);
    List<Long> rest = LongStream.of(newest).limit(NEWEST - arrival.told()).boxed().toList();
    boolean whole = rest.size() < room;
    List<Long> now = whole ? rest : rest.subList(0, room);
    if (arrival.told() == 0) {
      accounts.add(follow.accountId());
    }
    articles.addAll(now);
    if (whole) {
      room -= now.size();
    } else {
      room = 0;
      place =
          place.arriving(
              new ReaderSyncToken.Arrival(
                  arrival.followedSeq(), now.get(now.size() - 1), arrival.told() + now.size()));
    }
    return whole;
  }

  /** Whether changes are left for the next page. */
  boolean stopped() {
    return stopped;
  }

  /** How far the page gets. */
  ReaderSyncToken place() {
    return place;
  }

  /** Places that are left. */
  int room() {
    return room;
  }

  /** What the reader follows no more. */
  List<ReaderSyncChange> gone() {
    return gone;
  }

  /** Follows and marks. */
  List<ReaderSyncChange> personal() {
    return personal;
  }

  /** The articles whose marks are told. */
  Set<UUID> marked() {
    return personal.stream()
        .filter(change -> change.state() != null)
        .map(ReaderSyncChange::id)
        .collect(toSet());
  }

  /** Accounts that begin to arrive. */
  List<UUID> accounts() {
    return accounts;
  }

  /** The feed orders of arriving articles. */
  List<Long> articles() {
    return articles;
  }
}
