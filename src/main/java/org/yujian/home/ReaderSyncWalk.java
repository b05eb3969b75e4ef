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
 * Walks the reader's changes in order and collects what to send, until the page is full. Accounts,
 * editions and tags do not count toward the limit.
 */
final class ReaderSyncWalk {

  /** Number of articles that a new follow brings. */
  static final int NEWEST = 200;

  /** New follows per page: each costs an index lookup. */
  private static final int ARRIVALS = 50;

  /** A change of a follow or of a mark; one of the two is null. */
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

  /** Accounts whose articles {@link #go} needs, with the feed order to continue below. */
  Map<UUID, Long> below() {
    return below;
  }

  /** Walks the changes; {@code newest} has articles of each account below its {@link #below}. */
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

  /** Whether the follow began after the device's last complete state. */
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
      gone.add(ReaderSyncChange.unfollowed(follow.accountId()));
    }
  }

  /** Adds articles of the follow; true when all of them and the follow itself fit on the page. */
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

  ReaderSyncToken place() {
    return place;
  }

  /** Entries that still fit on the page. */
  int room() {
    return room;
  }

  List<ReaderSyncChange> gone() {
    return gone;
  }

  List<ReaderSyncChange> personal() {
    return personal;
  }

  Set<UUID> marked() {
    return personal.stream()
        .filter(change -> change.state() != null)
        .map(ReaderSyncChange::id)
        .collect(toSet());
  }

  List<UUID> accounts() {
    return accounts;
  }

  /** Feed orders of the articles that new follows bring. */
  List<Long> articles() {
    return articles;
  }
}
