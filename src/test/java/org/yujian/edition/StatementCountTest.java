package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.feed.FeedTest;
import org.yujian.testing.ServerPlans;

/**
 * What a read costs in statements: the same for one row and for fifty, and these numbers. Those
 * made of several statements within a transaction begin with one more, which gives them one
 * snapshot; one alone is one.
 */
@QuarkusTest
class StatementCountTest extends FeedTest {
  @Inject SessionFactory sessions;

  private Statistics statistics;

  @BeforeEach
  void publishMany() {
    List.of("a", "b", "c").forEach(this::account);
    List.of("x", "y", "z").forEach(this::tag);
    for (String account : List.of("a", "b", "c")) {
      List<String> titles = IntStream.range(0, 60).mapToObj(i -> account + i).toList();
      String text = "扫描二维码\n关注“外" + account + "”\n\n" + document(titles);
      client.importDocument(account, text, true, List.of("x", "y", "z")).expect(201);
    }
    statistics = sessions.getStatistics();
    statistics.setStatisticsEnabled(true);
  }

  @AfterEach
  void stopCounting() {
    statistics.setStatisticsEnabled(false);
  }

  @Test
  void listsCostTheSameForOneRowAndForFifty() {
    String account = tables.texts("select id from account where handle = 'a'").get(0);
    String edition = tables.texts("select id from edition limit 1").get(0);
    for (String handle : List.of("a", "b", "c")) {
      assertThat(cost("/v1/articles?limit=50&account=@" + handle)).as("not known yet").isEqualTo(3);
    }
    assertCost("/v1/articles?", 1);
    assertCost("/v1/articles?account=" + account, 2);
    assertCost("/v1/articles?account=@a", 2);
    assertCost("/v1/articles?tag=x", 1);
    assertCost("/v1/articles?account=@a&tag=x", 2);
    assertCost("/v1/articles?edition=" + edition, 1);
    assertCost("/v1/articles?edition=" + edition + "&account=@a&tag=x", 2);
    assertCost("/v1/editions?", 1);
    assertCost("/v1/editions?account=@a", 2);
    assertCost("/v1/accounts?", 1);
    assertCost("/v1/tags?", 1);
    assertCost("/v1/follow-targets?", 1);
    assertCost("/v1/follow-targets?account=@a", 2);
    assertCost("/v1/follow-targets?edition=" + edition, 1);
  }

  /** A list takes them from memory by their versions, and reads them when there are other ones. */
  @Test
  void renamedAccountsAndTagsAreReadOnceMore() {
    cost("/v1/articles?limit=50");
    for (String path : List.of("accounts/@c", "tags/x")) {
      String desk = "/v1/desk/" + path;
      client.patch(desk, Map.of("name", "改名"), client.get(desk).expect(200).etag()).expect(200);
      assertThat(cost("/v1/articles?limit=49")).as(path).isEqualTo(2);
      assertThat(cost("/v1/articles?limit=48")).as(path).isEqualTo(1);
      String kind = path.split("/")[0];
      assertThat(client.get("/v1/articles?limit=47").json().path("included").path(kind))
          .anyMatch(thing -> thing.path("name").asText().equals("改名"));
    }
  }

  private void assertCost(String list, int statements) {
    assertThat(cost(list + "&limit=1")).as("%s, one row", list).isEqualTo(statements);
    assertThat(cost(list + "&limit=50")).as("%s, fifty rows", list).isEqualTo(statements);
  }

  @Test
  void oneArticleCostsAsMuchAsFifty() {
    List<String> ids = tables.texts("select id from article limit 50");
    assertThat(cost("/v1/articles/" + ids.get(0))).isEqualTo(1);
    assertThat(cost("/v1/articles/batch?ids=" + ids.get(0))).isEqualTo(2);
    assertThat(cost("/v1/articles/batch?ids=" + String.join(",", ids))).isEqualTo(2);
  }

  /** As the server sees it: no look at the connection, no BEGIN, no SET, no COMMIT. */
  @Test
  void aColdListOrDetailIsOneRoundTrip() {
    List<String> ids = tables.texts("select id from article limit 10");
    String name = tables.texts("select current_database()").get(0);
    try (ServerPlans server = new ServerPlans(database, name)) {
      List<List<String>> sent = new ArrayList<>();
      for (int i = 0; i < ids.size(); i++) {
        // Lists that no other test here has asked for: the cache has none of them.
        String list = "/v1/articles?limit=" + (i + 21);
        String detail = "/v1/articles/" + ids.get(i);
        sent.add(server.sent(() -> client.get(list).expect(200)));
        sent.add(server.sent(() -> client.get(detail).expect(200)));
      }
      assertThat(sent)
          .allMatch(one -> one.stream().anyMatch(text -> text.startsWith("with found")));
      // The first ones open a connection, and one that rested is looked at.
      assertThat(sent.subList(2, sent.size()).stream().filter(one -> one.size() == 1))
          .as("%s", sent)
          .hasSizeGreaterThan(ids.size());
    }
  }

  @Test
  void oneOfAnythingElseCostsLittle() {
    assertThat(cost("/v1/accounts/@a")).isEqualTo(1);
    assertThat(cost("/v1/tags/x")).isEqualTo(1);
    assertThat(cost("/v1/editions/" + tables.texts("select id from edition").get(0))).isEqualTo(1);
    String target = tables.texts("select id from follow_target").get(0);
    assertThat(cost("/v1/follow-targets/" + target)).isEqualTo(1);
  }

  private long cost(String path) {
    long before = statistics.getPrepareStatementCount();
    client.get(path).expect(200);
    return statistics.getPrepareStatementCount() - before;
  }
}
