package org.yujian.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Seed;

/** The common feed of some accounts, both ways, beside all rows put together here. */
@QuarkusTest
class AccountFeedsTest extends FeedTest {
  @Inject AccountFeeds feeds;

  private final Random random = Seed.random("AccountFeedsTest");
  private final Map<UUID, List<Long>> orders = new HashMap<>();

  @Test
  void bothWaysGiveTheItemsThatComeFirst() {
    for (int i = 0; i < 6; i++) {
      String handle = "a" + i;
      String account = account(handle);
      for (int editions = random.nextInt(4); editions > 0; editions--) {
        int articles = 1 + random.nextInt(4);
        publish(handle, IntStream.range(0, articles).mapToObj(n -> "题" + n).toList(), List.of());
      }
      List<Long> own = new ArrayList<>();
      tables
          .texts("select feed_order from article where account_id = '" + account + "'")
          .forEach(order -> own.add(Long.valueOf(order)));
      orders.put(UUID.fromString(account), own);
    }
    List<Long> all = orders.values().stream().flatMap(List::stream).toList();
    for (int i = 0; i < 200; i++) {
      List<UUID> accounts = new ArrayList<>(orders.keySet());
      Collections.shuffle(accounts, random);
      List<UUID> some = accounts.subList(0, 1 + random.nextInt(accounts.size()));
      long bound =
          all.isEmpty() || random.nextInt(5) == 0
              ? Long.MAX_VALUE
              : all.get(random.nextInt(all.size()));
      boolean upward = bound != Long.MAX_VALUE && random.nextBoolean();
      FeedRange range = new FeedRange(bound, upward, random.nextBoolean());
      int most = 1 + random.nextInt(8);
      List<Long> expected = expected(some, range, most);
      // Enough accounts to look at the feed of all first; the others have nothing.
      List<UUID> many = new ArrayList<>(some);
      IntStream.range(0, 50).forEach(none -> many.add(UUID.randomUUID()));
      assertThat(keys(some, range, most)).as("%s", range).isEqualTo(expected);
      assertThat(keys(many, range, most)).as("%s", range).isEqualTo(expected);
    }
  }

  private List<Long> keys(List<UUID> accounts, FeedRange range, int most) {
    return QuarkusTransaction.requiringNew().call(() -> feeds.keys(accounts, range, most));
  }

  private List<Long> expected(List<UUID> accounts, FeedRange range, int most) {
    Comparator<Long> order = range.upward() ? Comparator.naturalOrder() : Comparator.reverseOrder();
    return accounts.stream()
        .flatMap(account -> orders.get(account).stream())
        .filter(item -> range.upward() ? item > range.bound() : item < range.bound())
        .map(range::key)
        .distinct()
        .sorted(order)
        .limit(most)
        .toList();
  }
}
