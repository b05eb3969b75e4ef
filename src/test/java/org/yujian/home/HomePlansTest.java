package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.ManyArticles;
import org.yujian.testing.Phone;
import org.yujian.testing.Seed;
import org.yujian.testing.ServerPlans;
import org.yujian.testing.ServerPlans.Executed;

/**
 * With 40,000 articles and readers who follow 300 and 1,500 accounts, no statement of the home feed
 * sorts or reads a table from end to end, and none reads more than its part: judged by the plans
 * that the server really used, also after it may have gone over to generic ones.
 */
@QuarkusTest
class HomePlansTest extends DeskTest {
  private static final int ARTICLES = 40_000;
  private static final int LIMIT = 20;

  /** More than five: then a prepared statement may get a generic plan. */
  private static final int TIMES = 7;

  private static final Set<String> REFUSED =
      Set.of("Sort", "Incremental Sort", "Seq Scan", "Parallel Seq Scan", "Materialize");

  /** Short tables, here or always, that the planner may read whole. */
  private static final Set<String> SHORT =
      Set.of("account", "tag", "reader", "device", "device_access");

  @Inject AgroalDataSource database;
  @Inject HomeHeads heads;

  private final Map<String, String> violations = new TreeMap<>();
  private ServerPlans plans;
  private int statements;

  @BeforeEach
  void fill() {
    ManyArticles.fill(tables(), ARTICLES, Seed.random("home plans"));
    for (int i = 0; i < 20; i++) {
      reader(1_000);
    }
    tables().run("analyze");
    plans = new ServerPlans(database, tables().texts("select current_database()").get(0));
  }

  @AfterEach
  void lookAway() {
    plans.close();
    tables().empty();
  }

  private Phone reader(int follows) {
    Phone phone = Phone.signUp();
    tables()
        .run(
            String.format(
                Locale.ROOT,
                """
                insert into follow (reader_key, account_id, follower_id, active, followed_at,
                    followed_seq, counted_from, seq)
                  select (select key from reader where id = '%s'), id, gen_random_uuid(), true, now(),
                    row_number() over (), 0, 1
                  from (select id from account where state = 'open' order by md5(id::text) limit %d) a
                """,
                phone.reader(),
                follows));
    return phone;
  }

  @Test
  void noStatementOfTheHomeFeedSortsOrReadsMoreThanItsPart() {
    for (int follows : new int[] {300, 1_500}) {
      Phone phone = reader(follows);
      for (String group : new String[] {"", "&group=edition"}) {
        look(phone, follows, "/v1/me/feed?limit=" + LIMIT + group);
      }
    }
    System.out.println("home plans: " + statements + " statements");
    violations.forEach((query, what) -> System.out.println(what + "\n    " + query));
    assertThat(violations).isEmpty();
  }

  /** The top, also with heads that have to be read; far below the heads, and up from there. */
  private void look(Phone phone, int follows, String path) {
    String deep = path.replace("limit=" + LIMIT, "limit=100");
    JsonPath page = phone.read(deep);
    for (int i = 0; i < 30 && page.getString("next") != null; i++) {
      page = phone.read(deep + "&cursor=" + page.getString("next"));
    }
    String up = path + "&cursor=" + page.getString("prev");
    String down = path + "&cursor=" + phone.read(up).getString("prev");
    plans
        .during(
            () -> {
              for (int i = 0; i < TIMES; i++) {
                heads.forget();
                phone.read(path);
                phone.read(path);
                phone.read(up);
                phone.read(down);
              }
            })
        .forEach(executed -> check(executed, executed.plan(), path, follows));
  }

  private void check(Executed one, JsonNode node, String path, int follows) {
    if (one.query().contains("pg_catalog.")) {
      return;
    }
    String type = node.path("Node Type").asText();
    String table = node.path("Relation Name").asText();
    double rows =
        node.path("Actual Loops").asDouble()
            * (node.path("Actual Rows").asDouble()
                + node.path("Rows Removed by Filter").asDouble());
    if (!SHORT.contains(table) && (REFUSED.contains(type) || rows > rowsAllowed(one, follows))) {
      violations.putIfAbsent(
          type + " " + one.query().replaceAll("\\s+", " "), path + ": " + table + ", " + rows);
    }
    statements += node == one.plan() ? 1 : 0;
    node.path("Plans").forEach(child -> check(one, child, path, follows));
  }

  /**
   * Heads, once; else one row of each account, or two in the order of the feed, which lie together,
   * or the page with what its editions may hold.
   */
  private static double rowsAllowed(Executed one, int follows) {
    return one.query().contains("array(select")
        ? Heads.MOST * follows
        : Math.max((one.query().contains("limit $2) a") ? 2 : 1) * follows, 8 * (LIMIT + 1));
  }
}
