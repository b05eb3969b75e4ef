package org.yujian.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.cache.ResponseCache;
import org.yujian.testing.LoggedChanges;
import org.yujian.testing.ManyArticles;
import org.yujian.testing.Seed;
import org.yujian.testing.ServerPlans;
import org.yujian.testing.ServerPlans.Executed;

/**
 * With 100,000 articles every public read, with every filter and in both directions, takes its rows
 * in order from an index: no sort, no sequential scan, no more rows than the page shows. Judged by
 * the plans that the server really used, also after it may have gone over to generic ones.
 */
@QuarkusTest
class PlansTest extends FeedTest {
  private static final int ARTICLES = 100_000;
  private static final int LIMIT = 20;
  private static final int DEEP = 10;

  /** More than five: then a prepared statement may get a generic plan. */
  private static final int TIMES = 8;

  private static final Set<String> REFUSED =
      Set.of("Sort", "Incremental Sort", "Seq Scan", "Parallel Seq Scan", "Materialize");

  /**
   * Short tables that the planner may read whole, being cheaper than many look-ups, when a page
   * mentions many of them. Never sorted, and none that grows with the articles.
   */
  private static final Set<String> NAMES = Set.of("account", "tag", "follow_target");

  private static final int ALL_NAMES = 3_000;

  private static final String WITHDRAW_NEWEST =
      """
      create temp table newest on commit drop as
        select id from article where state = 'published' order by feed_order desc limit 5000;
      delete from article_tag where article_id in (select id from newest);
      update article set state = 'withdrawn', withdrawn_at = now(), withdrawn_class = 'error',
        version = version + 1 where id in (select id from newest)
      """;

  private final Map<String, String> violations = new TreeMap<>();
  @Inject ResponseCache answers;

  private ServerPlans plans;
  private int statements;
  private long generic;
  private double mostRows;

  @BeforeEach
  void fill() {
    ManyArticles.fill(tables, ARTICLES, Seed.random("plans"));
    plans = new ServerPlans(database, tables.texts("select current_database()").get(0));
  }

  @AfterEach
  void lookAway() {
    // First: the tailer connects again when the log is emptied, and would go on to be explained.
    plans.close();
    tables.empty();
  }

  @Test
  void noPublicReadSortsOrScansATable() {
    assertThat(tables.number("select count(*) from article where state = 'published'"))
        .isGreaterThanOrEqualTo(ARTICLES);
    for (String path : lists()) {
      look(path);
    }
    details();
    System.out.printf(
        Locale.ROOT,
        "plans: %d statements, %d by generic plans, a node read at most %.0f rows%n",
        statements,
        generic,
        mostRows);
    violations.forEach((query, what) -> System.out.println(what + "\n    " + query));
    assertThat(violations).isEmpty();
    whatWasWithdrawnIsNotRead();
  }

  /** Not one row of the newest thousands, which stood before the first that is left. */
  private void whatWasWithdrawnIsNotRead() {
    tables.run(WITHDRAW_NEWEST + ";" + LoggedChanges.MISSING_ROWS);
    tables.run("analyze article, article_tag, change");
    for (String path :
        List.of("/v1/articles?", "/v1/articles?account=@a1&", "/v1/articles?tag=t1&")) {
      String list = path + "limit=" + LIMIT;
      List<Executed> executed = plans.during(() -> getAnew(list));
      assertThat(executed.stream().flatMap(one -> nodes(one.plan())))
          .as(list)
          .filteredOn(node -> node.path("Relation Name").asText().startsWith("article"))
          .isNotEmpty()
          .allSatisfy(node -> assertThat(rows(node)).isBetween(1.0, LIMIT + 1.0));
    }
  }

  private static Stream<JsonNode> nodes(JsonNode plan) {
    Stream<JsonNode> children =
        StreamSupport.stream(plan.path("Plans").spliterator(), false).flatMap(PlansTest::nodes);
    return Stream.concat(Stream.of(plan), children);
  }

  /** A big, a middle and a small account and tag: the planner weighs them differently. */
  private List<String> lists() {
    List<String> paths = new ArrayList<>(List.of("/v1/articles?", "/v1/editions?"));
    paths.addAll(List.of("/v1/accounts?", "/v1/tags?", "/v1/follow-targets?"));
    String edition =
        tables
            .texts(
                "select edition_id from article_tag t join article a on a.id = t.article_id"
                    + " order by a.feed_order limit 1 offset 40000")
            .get(0);
    String shown = tables.texts("select edition_id from edition_follow_target limit 1").get(0);
    paths.add("/v1/articles?edition=" + edition);
    paths.add("/v1/follow-targets?edition=" + shown);
    for (int i : List.of(1, 30, 270)) {
      String tag = "tag=t" + i;
      paths.add("/v1/articles?" + tag);
      paths.add("/v1/articles?edition=" + edition + "&" + tag);
    }
    for (int i : List.of(1, 40, 1800)) {
      String id = tables.texts("select id from account where handle = ?", "a" + i).get(0);
      String handle = "account=@a" + i;
      for (String account : i == 1 ? List.of(handle, "account=" + id) : List.of(handle)) {
        paths.add("/v1/articles?" + account);
        paths.add("/v1/articles?" + account + "&tag=t1");
        paths.add("/v1/articles?" + account + "&tag=t40");
        paths.add("/v1/articles?" + account + "&edition=" + edition);
        paths.add("/v1/articles?" + account + "&edition=" + edition + "&tag=t1");
        paths.add("/v1/editions?" + account);
        paths.add("/v1/follow-targets?" + account);
        paths.add("/v1/follow-targets?" + account + "&edition=" + shown);
      }
    }
    return paths;
  }

  /** The top, the next page, far down and up again. */
  private void look(String path) {
    String list = path + "&limit=" + LIMIT;
    List<String> pages = new ArrayList<>(List.of(list));
    JsonNode top = client.get(list).expect(200).json();
    pages.add(list + "&cursor=" + top.path("prev").asText());
    JsonNode page = top;
    for (int i = 0; i < DEEP && page.has("next"); i++) {
      String next = list + "&cursor=" + page.path("next").asText();
      if (i == 0 || i == DEEP - 1) {
        pages.add(next);
      }
      page = client.get(next).expect(200).json();
    }
    pages.add(list + "&cursor=" + page.path("prev").asText());
    check(pages.toArray(String[]::new));
  }

  private void details() {
    List<String> ids =
        tables.texts("select id from article where state = 'published' order by id limit 50");
    String gone = tables.texts("select id from article where state = 'withdrawn' limit 1").get(0);
    for (String body : List.of("html", "blocks", "text", "markdown", "none")) {
      check("/v1/articles/" + ids.get(7) + "?body=" + body);
      check("/v1/articles/batch?body=" + body + "&ids=" + String.join(",", ids));
    }
    check("/v1/articles/" + gone);
    check("/v1/articles/batch?ids=" + gone + "," + ids.get(3));
    for (String state : List.of("published", "withdrawn")) {
      String query = "select id from edition where state = ? limit 1 offset 100";
      check("/v1/editions/" + tables.texts(query, state).get(0));
    }
    check("/v1/accounts/@a5");
    check("/v1/accounts/" + tables.texts("select id from account where handle = 'a5'").get(0));
    check("/v1/tags/t5");
    check("/v1/follow-targets/" + tables.texts("select id from follow_target limit 1").get(0));
  }

  private void check(String... paths) {
    List<Executed> executed =
        plans.during(
            () -> {
              for (int i = 0; i < TIMES; i++) {
                Stream.of(paths).forEach(this::getAnew);
              }
            });
    assertThat(executed).as(paths[0]).hasSizeGreaterThanOrEqualTo(TIMES * paths.length);
    statements += executed.size();
    generic += executed.stream().filter(one -> one.plan().toString().contains("$1")).count();
    for (Executed one : executed) {
      if (one.query().contains("pg_catalog.")) {
        // The driver's, once in the life of a connection.
        continue;
      }
      checkNode(paths[0], one, one.plan(), false);
    }
  }

  /** From memory no statement would be sent. */
  private void getAnew(String path) {
    answers.forget();
    client.get(path);
  }

  /**
   * @param besides whether the node stands beside others without anything in common: rows of
   *     several kinds by one statement
   */
  private void checkNode(String path, Executed one, JsonNode node, boolean besides) {
    String type = node.path("Node Type").asText();
    double rows = rows(node);
    boolean kinds =
        node.path("Join Type").asText().equals("Full")
            && node.path("Join Filter").asText().equals("false");
    boolean names = ofNames(node);
    if (kinds) {
      // All rows of its kinds below each other: those who read them are looked at.
      rows = 0;
    } else if (!names) {
      mostRows = Math.max(mostRows, rows);
    }
    boolean refused = REFUSED.contains(type) && !names && !(besides && type.equals("Materialize"));
    if (refused || rows > (names ? ALL_NAMES : rowsAllowed(path))) {
      String query = one.query().replaceAll("\\s+", " ").replaceFirst("^select .* from", "… from");
      violations.putIfAbsent(
          type + " " + query,
          path + ": " + node.path("Relation Name").asText() + ", " + rows + " rows");
    }
    node.path("Plans").forEach(child -> checkNode(path, one, child, kinds));
  }

  /** Rows that a node read: what it gave on and what its filters threw away. */
  private static double rows(JsonNode node) {
    return node.path("Actual Loops").asDouble()
        * (node.path("Actual Rows").asDouble()
            + node.path("Rows Removed by Filter").asDouble()
            + node.path("Rows Removed by Index Recheck").asDouble());
  }

  /** Reads one of the small tables, or hashes what it read there. */
  private static boolean ofNames(JsonNode node) {
    JsonNode read = node.path("Node Type").asText().equals("Hash") ? node.at("/Plans/0") : node;
    return NAMES.contains(read.path("Relation Name").asText());
  }

  /** Editions and batches show up to eight articles for each of theirs. */
  private static int rowsAllowed(String path) {
    return path.contains("batch") ? 8 * 50 : 8 * (LIMIT + 1);
  }
}
