package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.JsonPath;
import org.yujian.testing.ManyArticles;
import org.yujian.testing.Phone;
import org.yujian.testing.Seed;

/**
 * Two thousand follows of an archive with busy and quiet accounts: what is told as unread is what
 * counting everything finds. {@code -Dunread.articles=1000000} for more.
 */
@QuarkusTest
class UnreadCountsTest extends MarkingTest {
  private static final int ARTICLES = Integer.getInteger("unread.articles", 20_000);

  private static final int FEW = 2_000;

  /** Counts all rows; n is the place among all above the watermark. */
  private static final String EVERYTHING =
      """
      select f.account_id,
        count(*) filter (where n is not null and not marked),
        count(*) filter (where n <= 1000 and not marked),
        coalesce(max(n), 0)
      from follow f left join lateral (
        select row_number() over (order by a.feed_order desc) n, exists (
          select 1 from article_state s
          where s.reader_key = f.reader_key and s.article_id = a.id and s.read) marked
        from article a where a.account_id = f.account_id and a.state = 'published'
          and a.feed_order > greatest(f.counted_from, f.read_up_to)) above on true
      where f.active group by f.account_id
      """;

  @Inject SessionFactory sessions;

  private Random random;
  private Phone phone;

  private void fill(int articles) {
    random = Seed.random("unreadCounts");
    ManyArticles.fill(tables(), articles, random);
    phone = Phone.signUp();
    tables()
        .run(
            """
            insert into follow (reader_key, account_id, follower_id, active, followed_at,
                followed_seq, counted_from, seq)
              select r.key, a.id, gen_random_uuid(), true, now(), row_number() over (), 0,
                row_number() over ()
              from reader r, account a;
            """);
  }

  @AfterEach
  void empty() {
    tables().empty();
  }

  /** Of each account another part is marked, and another part is below its watermark. */
  private void mark() {
    tables()
        .run(
            String.format(
                Locale.ROOT,
                """
                select setseed(%s);
                insert into article_state (reader_key, article_id, account_id, feed_order, read, star,
                    star_at, seq)
                  select f.reader_key, a.id, a.account_id, a.feed_order - 8 * (random() * 9)::int,
                    random() < 0.9, true, now(), 1
                  from (select *, random() as part from follow) f
                  join article a on a.account_id = f.account_id
                  where a.state <> 'draft' and random() < f.part;
                update follow f set
                  read_up_to = case when random() < 0.3 then 0 else coalesce((select a.feed_order from article a
                    where a.account_id = f.account_id and a.feed_order is not null
                    order by md5(a.id::text || f.follower_id::text) limit 1), 0) end,
                  counted_from = case when random() < 0.8 then 0 else coalesce((select a.feed_order from article a
                    where a.account_id = f.account_id and a.feed_order is not null
                    order by a.feed_order limit 1), 0) end;
                analyze article_state
                """,
                random.nextDouble()));
  }

  @Test
  void whatIsToldIsWhatCountingEverythingFinds() {
    fill(ARTICLES);
    check("nothing marked");
    for (int round = 0; round < 2; round++) {
      tables().run("delete from article_state");
      mark();
      check("round " + round);
    }
  }

  private void check(String what) {
    long begin = System.nanoTime();
    JsonPath told = phone.read(UNREAD);
    System.out.printf(
        Locale.ROOT, "unread of 2,000, %s: %d ms%n", what, (System.nanoTime() - begin) / 1_000_000);
    Map<String, Map<String, Object>> counts = new HashMap<>();
    List<String> accounts = told.getList("items.accountId");
    List<Map<String, Object>> unread = told.getList("items.unread");
    for (int i = 0; i < accounts.size(); i++) {
      counts.put(accounts.get(i), unread.get(i));
    }
    List<List<String>> everything = tables().rows(EVERYTHING);
    assertThat(counts).hasSize(everything.size());
    int exact = 0;
    for (List<String> row : everything) {
      int all = Integer.parseInt(row.get(1));
      int near = Integer.parseInt(row.get(2));
      boolean looked = Integer.parseInt(row.get(3)) <= UnreadRepository.DEPTH;
      Map<String, Object> expected =
          Map.of("value", Math.min(near, 99), "relation", near > 99 || !looked ? "gte" : "eq");
      assertThat(counts.get(row.get(0))).as(row.toString()).isEqualTo(expected);
      exact += near <= 99 && looked ? 1 : 0;
      assertThat(all).isGreaterThanOrEqualTo(near);
    }
    assertThat(exact).isGreaterThan(1_000);
  }

  @Test
  void twoThousandFollowsCostTwoStatements() {
    fill(FEW);
    Statistics statistics = sessions.getStatistics();
    phone.read(UNREAD);
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    try {
      phone.read(UNREAD);
      // Two of them to know the device.
      assertThat(statistics.getPrepareStatementCount()).isEqualTo(4);
      statistics.clear();
      List<String> all = tables().texts("select account_id from follow");
      String newest =
          tables()
              .texts("select id from article order by feed_order desc nulls last limit 1")
              .get(0);
      JsonPath read =
          ok(
              phone
                  .request()
                  .body(Map.of("accountIds", all, "upTo", newest))
                  .post(STATES + "/mark-read"),
              200);
      assertThat(read.getList("items.unread.value")).hasSize(2_000).containsOnly(0);
      assertThat(statistics.getPrepareStatementCount()).isLessThan(10);
    } finally {
      statistics.setStatisticsEnabled(false);
    }
    assertThat(tables().number("select count(distinct seq) from follow")).isEqualTo(2_000);
  }
}
