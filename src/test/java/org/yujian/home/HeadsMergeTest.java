package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.change.LogPosition;
import org.yujian.feed.FeedRange;
import org.yujian.testing.Seed;

/** Merged heads are the feed, or say that they do not go down as far. */
class HeadsMergeTest {
  private static final LogPosition SEEN = new LogPosition(1, 1);
  private static final int ROUNDS = 5_000;

  /** All feed orders of an account, newest first. */
  private static Heads heads(List<Long> orders) {
    long[] newest = orders.stream().limit(Heads.MOST).mapToLong(Long::longValue).toArray();
    return Heads.of(UUID.randomUUID(), SEEN, newest);
  }

  private static List<Long> all(List<List<Long>> accounts, FeedRange range, int most) {
    return accounts.stream()
        .flatMap(List::stream)
        .filter(order -> range.upward() ? order > range.bound() : order < range.bound())
        .map(range::key)
        .distinct()
        .sorted(range.order())
        .limit(most)
        .toList();
  }

  @Test
  void mergedHeadsAreTheFeed() {
    Random random = Seed.random("heads");
    int merged = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<List<Long>> accounts = accounts(random);
      boolean editions = random.nextBoolean();
      long bound = random.nextInt(9) == 0 ? Long.MAX_VALUE : random.nextInt(4_000);
      boolean upward = random.nextBoolean();
      // Editions are left whole, as cursors leave them.
      long edge = !editions || bound == Long.MAX_VALUE ? bound : bound / 8 * 8 + (upward ? 7 : 0);
      FeedRange range = new FeedRange(edge, upward, editions);
      int most = 2 + random.nextInt(100);
      var keys =
          HeadsMerge.keys(accounts.stream().map(HeadsMergeTest::heads).toList(), range, most);
      if (keys.isPresent()) {
        assertThat(keys.get()).isEqualTo(all(accounts, range, most));
        merged++;
      } else {
        assertThat(accounts).anyMatch(orders -> orders.size() >= Heads.MOST);
      }
    }
    assertThat(merged).isBetween(ROUNDS / 3, ROUNDS - 1);
  }

  /** No moment is of two accounts. */
  private static List<List<Long>> accounts(Random random) {
    List<List<Long>> accounts =
        new ArrayList<>(
            IntStream.range(0, 1 + random.nextInt(6))
                .<List<Long>>mapToObj(i -> new ArrayList<>())
                .toList());
    for (long moment = 1; moment <= 20 + random.nextInt(400); moment++) {
      // The first has most.
      int account = Math.min(random.nextInt(accounts.size()), random.nextInt(accounts.size()));
      for (int position = 1; position <= 1 + random.nextInt(8); position++) {
        accounts.get(account).add(moment * 8 + 8 - position);
      }
    }
    accounts.forEach(orders -> orders.sort(Collections.reverseOrder()));
    return accounts;
  }

  @Test
  void aFullHeadReachesDownToItsLastArticleAndNoFurther() {
    List<Long> orders =
        new TreeSet<>(IntStream.range(0, 70).mapToObj(i -> i * 8L + 7).toList())
            .descendingSet().stream().toList();
    List<Heads> one = List.of(heads(orders));
    FeedRange top = new FeedRange(Long.MAX_VALUE, false, false);
    assertThat(HeadsMerge.keys(one, top, Heads.MOST)).contains(orders.subList(0, Heads.MOST));
    assertThat(HeadsMerge.keys(one, top, Heads.MOST + 1)).isEmpty();
    long oldest = orders.get(Heads.MOST - 1);
    assertThat(HeadsMerge.keys(one, new FeedRange(oldest, true, false), 3))
        .contains(List.of(orders.get(62), orders.get(61), orders.get(60)));
    assertThat(HeadsMerge.keys(one, new FeedRange(oldest - 1, true, false), 3)).isEmpty();
    assertThat(HeadsMerge.keys(one, new FeedRange(orders.get(0), true, false), 3))
        .contains(List.of());
  }
}
