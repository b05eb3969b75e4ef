package org.yujian.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.change.Tailer;
import org.yujian.testing.Client;
import org.yujian.testing.ManyArticles;
import org.yujian.testing.PostgresResource;
import org.yujian.testing.Seed;
import org.yujian.testing.ServerPlans;
import org.yujian.testing.ServerPlans.Executed;
import org.yujian.testing.Tables;

/** What delta sync costs with 50,000 articles: statements, and rows that the server reads. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class SyncCostTest {
  private static final int ARTICLES = 50_000;
  private static final Set<String> REFUSED =
      Set.of("Sort", "Incremental Sort", "Seq Scan", "Parallel Seq Scan");

  /** Short tables that the planner may read whole when a page names many of them. */
  private static final Set<String> NAMES =
      Set.of("account", "tag", "follow_target", "change_state");

  @Inject AgroalDataSource database;
  @Inject SessionFactory sessions;
  @Inject Tailer tailer;

  @TestHTTPResource("/")
  URI base;

  private static final int TYPES = 5;

  private Tables tables;
  private Client client;
  private Statistics statistics;

  @BeforeEach
  void fill() {
    tables = new Tables(database);
    tables.empty();
    ManyArticles.fill(tables, ARTICLES, Seed.random("syncCost"));
    tailer.advance();
    client = new Client(base, "none");
    statistics = sessions.getStatistics();
    statistics.setStatisticsEnabled(true);
  }

  @AfterEach
  void empty() {
    statistics.setStatisticsEnabled(false);
    tables.empty();
  }

  @Test
  void aPageCostsTheSameForFewThingsAndForAThousand() {
    String middle = after(20_000, "");
    long one = cost("/v1/sync?types=article&limit=1&since=", "&types=article");
    // One more, for each type of which something is not found: to learn why.
    for (int limit : List.of(200, 1_000)) {
      assertThat(cost("/v1/sync?types=article&limit=" + limit + "&since=", "&types=article"))
          .isBetween(one, one + 1);
    }
    long all = statements("/v1/sync?limit=1000&since=" + middle);
    assertThat(statements("/v1/sync?limit=600&since=" + middle)).isBetween(all - TYPES, all);
    System.out.println("statements: one type " + one + ", all types " + all);
    assertThat(all).isLessThanOrEqualTo(14);
    String now = client.get("/v1/sync?since=now").expect(200).text("token");
    assertThat(statements("/v1/sync?since=" + now)).as("nothing new").isZero();
    assertThat(statements("/v1/sync?since=now")).isZero();
  }

  @Test
  void noPageSortsOrScansABigTable() {
    String account = tables.texts("select id from account where handle = 'a1'").get(0);
    String quiet = tables.texts("select id from account where handle = 'a1800'").get(0);
    Set<String> violations = new TreeSet<>();
    try (ServerPlans plans =
        new ServerPlans(database, tables.texts("select current_database()").get(0))) {
      for (String filters :
          List.of("", "&types=tag", "&accounts=" + account, "&accounts=" + quiet)) {
        for (int limit : List.of(20, 1_000)) {
          String path = "/v1/sync?limit=" + limit + filters;
          String deep = path + "&since=" + after(30_000, filters);
          List<Executed> executed =
              plans.during(
                  () -> {
                    for (int i = 0; i < 7; i++) {
                      client.get(path).expect(200);
                      client.get(deep).expect(200);
                    }
                  });
          executed.forEach(one -> check(path, one, one.plan(), limit, violations));
        }
      }
    }
    assertThat(violations).isEmpty();
  }

  private void check(String path, Executed one, JsonNode node, int limit, Set<String> violations) {
    if (one.query().contains("pg_catalog.")) {
      return;
    }
    String table = node.path("Relation Name").asText();
    double rows = node.path("Actual Loops").asDouble() * node.path("Actual Rows").asDouble();
    // A window of the log; of things no more than the page names, and what editions hold.
    boolean much = rows > Math.max(5_000, 8 * (limit + 1));
    boolean refused = REFUSED.contains(node.path("Node Type").asText()) && !NAMES.contains(table);
    if (refused || much) {
      violations.add(
          node.path("Node Type").asText()
              + " "
              + table
              + " "
              + rows
              + ": "
              + path
              + "\n"
              + one.query().replaceAll("\\s+", " "));
    }
    node.path("Plans").forEach(child -> check(path, one, child, limit, violations));
  }

  /** A token in the middle of the log. */
  private String after(int rows, String filters) {
    String token = null;
    for (int read = 0; read < rows; read += 1_000) {
      String since = token == null ? "" : "&since=" + token;
      token = client.get("/v1/sync?limit=1000" + filters + since).expect(200).text("token");
    }
    return token;
  }

  private long cost(String path, String filters) {
    return statements(path + after(20_000, filters));
  }

  private long statements(String path) {
    long before = statistics.getPrepareStatementCount();
    client.get(path).expect(200);
    return statistics.getPrepareStatementCount() - before;
  }
}
