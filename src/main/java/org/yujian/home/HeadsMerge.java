package org.yujian.home;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.yujian.feed.FeedRange;

/** Merges cached heads, the newest articles of each account, into one feed. */
final class HeadsMerge {
  private final FeedRange range;
  private final PriorityQueue<Place> places;

  /** A cursor into the heads of one account. */
  private static final class Place {
    private final Heads heads;
    private int index;

    Place(Heads heads, int index) {
      this.heads = heads;
      this.index = index;
    }

    long order() {
      return heads.orders()[index];
    }

    boolean exists() {
      return index >= 0 && index < heads.orders().length;
    }
  }

  private HeadsMerge(FeedRange range, Collection<Heads> all) {
    this.range = range;
    Comparator<Place> order = Comparator.comparingLong(Place::order);
    places = new PriorityQueue<>(all.size() + 1, range.upward() ? order : order.reversed());
    for (Heads heads : all) {
      Place first = new Place(heads, heads.first(range));
      if (first.exists()) {
        places.add(first);
      }
    }
  }

  /** Keys of a range's first items, fewer at its end; empty when some heads are too short. */
  static Optional<List<Long>> keys(Collection<Heads> all, FeedRange range, int most) {
    return all.stream().allMatch(heads -> heads.reach(range))
        ? new HeadsMerge(range, all).keys(most)
        : Optional.empty();
  }

  private Optional<List<Long>> keys(int most) {
    List<Long> keys = new ArrayList<>(most);
    while (!places.isEmpty()) {
      Place place = places.remove();
      long key = range.key(place.order());
      // An account's articles with one time are adjacent, as no other account shares that time.
      if (keys.isEmpty() || keys.get(keys.size() - 1) != key) {
        keys.add(key);
      }
      if (keys.size() == most) {
        break;
      }
      place.index += range.upward() ? -1 : 1;
      if (place.exists()) {
        places.add(place);
      } else if (!range.upward() && !place.heads.whole()) {
        return Optional.empty();
      }
    }
    return Optional.of(keys);
  }
}
