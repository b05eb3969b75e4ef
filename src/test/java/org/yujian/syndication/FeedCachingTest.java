package org.yujian.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.shared.time.DatabaseClock;

/** How feeds are served: formats, errors, conditions and what they cost. */
@QuarkusTest
class FeedCachingTest extends OpenFeedTest {

  @Inject DatabaseClock clock;
  @Inject SessionFactory sessions;

  @AfterEach
  void now() {
    clock.stepTo(Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({
    "json, application/feed+json;charset=UTF-8",
    "atom, application/atom+xml;charset=UTF-8",
    "rss, application/rss+xml;charset=UTF-8"
  })
  void theEndingIsTheFormatWhateverIsAccepted(String ending, String type) {
    publish("灯会");
    for (String feed : List.of("all", "accounts/yuyuan", "tags/lights")) {
      for (String accept : List.of("*/*", "text/html, */*;q=0.8", "application/xml", "text/html")) {
        Response response = anyone().accept(accept).get("/feeds/" + feed + "." + ending);
        assertThat(response.statusCode()).as("%s %s", feed, accept).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo(type);
        // JSON has the escape of the emoji.
        assertThat(response.asString().replace("\\uD83D\\uDE00", "😀")).contains("灯会", "😀");
      }
    }
  }

  @Test
  void aCursorOfAnotherFeedIsRefused() {
    for (int i = 0; i < 3; i++) {
      publishEight("第" + i + "期之");
    }
    String next = json("/feeds/all.json").getString("next_url");
    String cursor = next.substring(next.indexOf('?'));
    problem(get("/feeds/tags/lights.json" + cursor), 400, "invalid-cursor");
    problem(get("/feeds/all.rss?cursor=x"), 400, "invalid-cursor");
    assertThat(get("/feeds/all.rss" + cursor).statusCode()).isEqualTo(200);
  }

  @Test
  void unknownFeedsAre404AndClosedAccounts410() {
    problem(get("/feeds/accounts/nobody.json"), 404, "account-not-found");
    problem(get("/feeds/tags/nothing.atom"), 404, "tag-not-found");
    problem(get("/feeds/all.xml"), 404, "not-found");
    problem(get("/feeds/all"), 404, "not-found");
    String path = "/v1/desk/accounts/" + account;
    ok(act(path).body("{}").post(path + "/close"), 200);
    for (String ending : List.of("json", "atom", "rss")) {
      problem(get("/feeds/accounts/yuyuan." + ending), 410, "account-closed");
    }
    Response page = anyone().noFilters().accept("text/html").get("/feeds/accounts/yuyuan.atom");
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.contentType()).startsWith("text/html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"all.json", "accounts/yuyuan.atom", "tags/lights.rss", "accounts.opml"})
  void anUnchangedFeedIs304UntilSomethingChanges(String feed) {
    publish("标题");
    String path = "/feeds/" + feed;
    Response first = get(path);
    String etag = first.header("ETag");
    assertThat(etag).matches("\"[A-Za-z0-9_-]{22}\"");
    assertThat(first.header("Cache-Control")).isEqualTo("max-age=10, stale-while-revalidate=30");
    assertThat(anyone().header("If-None-Match", etag).get(path).statusCode()).isEqualTo(304);
    Response head = anyone().noFilters().head(path);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.header("ETag")).isEqualTo(etag);
    assertThat(head.contentType()).isEqualTo(first.contentType());

    publish("另一篇");
    account("新账号");
    assertThat(anyone().header("If-None-Match", etag).get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void lastModifiedIsTheTimeOfTheNewestChangeOnceItIsAMinuteOld() {
    publish("标题");
    assertThat(get("/feeds/all.atom").header("Last-Modified")).as("too fresh").isNull();

    tables().empty();
    clock.stepTo(Duration.ofMinutes(-10));
    anAccount();
    List<String> ids = publish("十分钟前", "另一篇");
    for (String feed : List.of("/feeds/all.rss", "/feeds/accounts/yuyuan.json")) {
      String date = get(feed).header("Last-Modified");
      assertThat(instant(date)).isEqualTo(lastChange());
      assertThat(since(feed, date)).isEqualTo(304);
      assertThat(since(feed, "Tue, 01 Dec 2020 00:00:00 GMT")).isEqualTo(200);
      assertThat(since(feed, "yesterday")).isEqualTo(200);
    }
    String before = get("/feeds/all.rss").header("Last-Modified");
    clock.stepTo(Duration.ofMinutes(-8));
    withdraw(ids.get(0), "说明");
    String after = get("/feeds/all.rss").header("Last-Modified");
    assertThat(instant(after)).isEqualTo(lastChange()).isAfter(instant(before));
    assertThat(since("/feeds/all.rss", before)).isEqualTo(200);
    assertThat(since("/feeds/all.rss", after)).isEqualTo(304);
    assertThat(
            anyone()
                .header("If-None-Match", "\"other\"")
                .header("If-Modified-Since", after)
                .get("/feeds/all.rss")
                .statusCode())
        .as("an ETag goes first")
        .isEqualTo(200);
    assertThat(get("/feeds/tags/lights.rss").header("Last-Modified")).isNull();
  }

  private int since(String path, String date) {
    return anyone().header("If-Modified-Since", date).get(path).statusCode();
  }

  private static Instant instant(String date) {
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  private Instant lastChange() {
    return Instant.ofEpochSecond(
        tables().number("select floor(extract(epoch from max(at)))::bigint from change"));
  }

  @Test
  void aFeedCostsTheSameStatementsForOneArticleAndForTwenty() {
    Statistics statistics = sessions.getStatistics();
    statistics.setStatisticsEnabled(true);
    List<List<Long>> costs = new ArrayList<>();
    publish("一篇");
    json("/feeds/all.json");
    for (int round = 0; round < 2; round++) {
      List<Long> cost = new ArrayList<>();
      for (String feed : List.of("all.json", "accounts/yuyuan.atom", "tags/lights.rss")) {
        // An address that nobody has asked for: it is not in the cache.
        long before = statistics.getPrepareStatementCount();
        get("/feeds/" + feed + "?fresh=" + round);
        cost.add(statistics.getPrepareStatementCount() - before);
      }
      costs.add(cost);
      for (int i = 0; i < 3; i++) {
        publishEight("第" + i + "期之");
      }
    }
    statistics.setStatisticsEnabled(false);
    assertThat(costs.get(1)).isEqualTo(costs.get(0));
    assertThat(Collections.max(costs.get(0))).isLessThanOrEqualTo(9);
  }
}
