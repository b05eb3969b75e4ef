package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Phone;
import org.yujian.testing.Upload;

/** What was done on one device is so on all of them, however late and with whatever clock. */
@QuarkusTest
class MarkResourceTest extends MarkingTest {
  @Inject SessionFactory sessions;

  @Test
  void whatOneDeviceDidTheOtherSees() {
    List<String> articles = publish("甲社区", 3);
    Phone phone = Phone.signUp();
    Phone tablet = Phone.signUp(Map.of("recoveryCode", phone.recoveryCode()));
    JsonPath done =
        mark(
            phone,
            op(articles.get(0), EARLY, "read", true, "position", place("a1", 40)),
            op(articles.get(1), LATE, "star", true));
    assertThat(done.getList("results.result")).containsExactly("applied", "applied");
    assertThat(done.getList("results.clientSeq")).containsExactly(1, 2);
    JsonPath seen = marks(tablet, articles.get(1), articles.get(2), articles.get(0));
    assertThat(seen.getList("items"))
        .isEqualTo(List.of(done.getMap("results[1].mark"), done.getMap("results[0].mark")));
    assertThat(seen.getMap("items[1]"))
        .isEqualTo(
            Map.of(
                "articleId",
                articles.get(0),
                "accountId",
                accountOf(articles.get(0)),
                "read",
                true,
                "readRev",
                1,
                "readAt",
                EARLY,
                "star",
                false,
                "position",
                Map.of("blockId", "a1", "offset", 40, "at", EARLY)));
    assertThat(seen.getString("items[0].starAt")).isEqualTo(LATE);
    assertThat(marks(Phone.signUp(), articles.get(0)).getList("items")).isEmpty();
  }

  @Test
  void theLaterOfTwoDevicesCountsWhicheverArrivesFirst() {
    String article = publish("甲社区", 1).get(0);
    Phone phone = Phone.signUp();
    mark(phone, op(article, LATE, "star", true, "position", place("b", 7)));
    JsonPath old = mark(phone, op(article, EARLY, "star", false, "position", place("a", 1)));
    assertThat(old.getString("results[0].result")).isEqualTo("kept");
    assertThat(old.getBoolean("results[0].mark.star")).isTrue();
    assertThat(old.getString("results[0].mark.position.blockId")).isEqualTo("b");
    // One part is later, the other is not.
    JsonPath half = mark(phone, op(article, EARLY, "star", false, "read", true));
    assertThat(half.getString("results[0].result")).isEqualTo("applied");
    assertThat(half.getBoolean("results[0].mark.star")).isTrue();
    // Of two at the same moment the one that came later.
    JsonPath same = mark(phone, op(article, LATE, "star", false, "position", place("b", 8)));
    assertThat(same.getBoolean("results[0].mark.star")).isFalse();
    assertThat(same.getInt("results[0].mark.position.offset")).isEqualTo(8);
    // Nobody had a star, and still the older star does not count.
    String other = publish("甲社区", 1).get(0);
    mark(phone, op(other, LATE, "star", false));
    assertThat(mark(phone, op(other, EARLY, "star", true)).getBoolean("results[0].mark.star"))
        .isFalse();
  }

  @Test
  void aClockThatIsAheadCountsAsNowAndOneBehindLoses() {
    String article = publish("甲社区", 1).get(0);
    Phone phone = Phone.signUp();
    String ahead = "2199-01-01T00:00:00+14:00";
    JsonPath done = mark(phone, op(article, ahead, "star", true, "read", true));
    String now = done.getString("results[0].mark.starAt");
    assertThat(now).isLessThan("2190");
    assertThat(done.getString("results[0].mark.readAt")).isEqualTo(now);
    assertThat(
            mark(phone, op(article, "0001-01-01T00:00:00Z", "star", false))
                .getString("results[0].result"))
        .isEqualTo("kept");
    // The true time is later than what counted as now, so nobody is locked out until 2199.
    assertThat(
            mark(phone, op(article, "2198-01-01T00:00:00Z", "star", false))
                .getBoolean("results[0].mark.star"))
        .isFalse();
  }

  @Test
  void whatWasReadStaysReadAndACorrectionSaysSo() {
    String article = publish("甲社区", 1).get(0);
    Phone phone = Phone.signUp();
    mark(phone, op(article, LATE, "read", true));
    tables().runLogged("update article set live_rev = 3, version = version + 1 where live_rev = 1");
    JsonPath corrected = marks(phone, article);
    assertThat(corrected.getInt("items[0].readRev")).isEqualTo(1);
    assertThat(corrected.getBoolean("items[0].corrected")).isTrue();
    // Read offline before the second correction came, and told afterwards.
    JsonPath between = mark(phone, op(article, EARLY, "read", true, "rev", 2));
    assertThat(between.getInt("results[0].mark.readRev")).isEqualTo(2);
    assertThat(between.getBoolean("results[0].mark.corrected")).isTrue();
    JsonPath again = mark(phone, op(article, EARLY, "read", true, "rev", 99));
    assertThat(again.getInt("results[0].mark.readRev")).isEqualTo(3);
    assertThat(again.getMap("results[0].mark")).doesNotContainKey("corrected");
    assertThat(
            mark(phone, op(article, LATE, "read", true, "rev", 1)).getString("results[0].result"))
        .isEqualTo("kept");
  }

  @Test
  void repeatsAreKeptAndMoveNothing() {
    List<String> articles = publish("甲社区", 2);
    Phone phone = Phone.signUp();
    List<Map<String, Object>> ops =
        List.of(
            op(articles.get(0), EARLY, "read", true, "star", true),
            op(articles.get(1), EARLY, "position", place("a", 1)),
            op(articles.get(0), LATE, "star", false));
    JsonPath first = ok(send(phone, ops), 200);
    assertThat(first.getList("results.result")).containsExactly("applied", "applied", "applied");
    // Two marks changed, the last one last; each tells how it is at the end.
    assertThat(seq(phone)).isEqualTo(2);
    assertThat(tables().texts("select article_id from article_state order by seq"))
        .containsExactly(articles.get(1), articles.get(0));
    assertThat(first.getMap("results[0].mark")).isEqualTo(first.getMap("results[2].mark"));
    JsonPath second = ok(send(phone, ops), 200);
    assertThat(second.getList("results.result")).containsExactly("kept", "kept", "kept");
    assertThat(second.getList("results.mark")).isEqualTo(first.getList("results.mark"));
    assertThat(seq(phone)).isEqualTo(2);
  }

  @Test
  void onlyWhatWasEverLiveHasAMarkAndKeepsIt() {
    List<String> articles = publish("甲社区", 2);
    String draft =
        imported(Upload.text("扫描二维码关注“甲社区”\n\n# 草稿\n\n正文。")).getString("articles[0].articleId");
    Phone phone = Phone.signUp();
    mark(phone, op(articles.get(0), EARLY, "star", true));
    withdraw(articles.get(0));
    JsonPath results =
        mark(
            phone,
            op(UUID.randomUUID().toString(), EARLY, "read", true),
            op(draft, EARLY, "read", true),
            op(articles.get(0), EARLY, "read", true));
    assertThat(results.getList("results.result")).containsExactly("unknown", "unknown", "applied");
    assertThat(results.getMap("results[0]")).doesNotContainKey("mark");
    assertThat(marks(phone, draft, articles.get(0)).getList("items.star")).containsExactly(true);
  }

  @Test
  void badOpsAreNamedAndNothingIsDone() {
    String article = publish("甲社区", 1).get(0);
    Phone phone = Phone.signUp();
    Map<String, Object> good = op(article, EARLY, "read", true);
    refused(phone, "/ops/1/read", good, op(article, EARLY, "read", false));
    refused(phone, "/ops/0", op(article, EARLY));
    refused(phone, "/ops/1/articleId", good, op(null, EARLY, "read", true));
    refused(phone, "/ops/0/articleId", op("1-1-1-1-1", EARLY, "read", true));
    refused(phone, "/ops/0/at", op(article, null, "read", true));
    refused(phone, "/ops/0/at", op(article, "2026-03-04T08:00:00", "read", true));
    refused(phone, "/ops/0/at", op(article, "+999999999-01-01T00:00:00Z", "read", true));
    refused(phone, "/ops/0/rev", op(article, EARLY, "read", true, "rev", 0));
    refused(phone, "/ops/0/star", op(article, EARLY, "star", "yes"));
    refused(phone, "/ops/0/position/offset", op(article, EARLY, "position", place("a", -1)));
    refused(phone, "/ops/0/position/blockId", op(article, EARLY, "position", place(" ", 1)));
    for (String block : List.of("a\u0000", "x".repeat(65), "\u202Ea")) {
      refused(phone, "/ops/0/position/blockId", op(article, EARLY, "position", place(block, 1)));
    }
    for (int count : List.of(0, 501)) {
      JsonPath problem =
          problem(send(phone, Collections.nCopies(count, good)), 422, "invalid-body");
      assertThat(problem.getString("errors[0].pointer")).isEqualTo("/ops");
      assertThat(problem.getString("limit")).isEqualTo("ops");
      assertThat(problem.getInt("value")).isEqualTo(500);
    }
    problem(phone.request().body("{}").post(STATES), 422, "invalid-body");
    problem(anyone().body(Map.of("ops", List.of(good))).post(STATES), 401, "unauthorized");
    assertThat(count("article_state")).isZero();
    assertThat(seq(phone)).isZero();
  }

  private static void refused(Phone phone, String pointer, Map<?, ?>... ops) {
    JsonPath problem = problem(send(phone, List.of(ops)), 422, "invalid-body");
    assertThat(problem.getString("errors[0].pointer")).isEqualTo(pointer);
  }

  @Test
  void marksAreAskedForAHundredArticles() {
    Phone phone = Phone.signUp();
    String id = UUID.randomUUID().toString();
    assertThat(marks(phone, id).getList("items")).isEmpty();
    String path = STATES + "?articleIds=";
    problem(phone.request().get(STATES), 400, "invalid-parameter");
    problem(phone.request().get(path + "x"), 400, "invalid-parameter");
    String many = String.join(",", Collections.nCopies(101, id));
    problem(phone.request().get(path + many), 400, "invalid-parameter");
    problem(anyone().get(path + id), 401, "unauthorized");
    assertThat(phone.request().get(path + id).header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void fiveHundredCostAsManyStatementsAsOne() {
    List<String> articles = publish("甲社区", 100);
    List<String> all = Collections.nCopies(5, articles).stream().flatMap(List::stream).toList();
    Phone phone = Phone.signUp();
    read(phone, articles.subList(0, 50));
    sessions.getStatistics().setStatisticsEnabled(true);
    try {
      long one = cost(phone, articles.subList(0, 1), "2026-03-05T08:00:00Z");
      // Half of them are new: one statement more.
      assertThat(cost(phone, all, LATE)).isEqualTo(one + 1).isLessThanOrEqualTo(10);
      assertThat(cost(phone, all, LATE)).isEqualTo(one - 2);
    } finally {
      sessions.getStatistics().setStatisticsEnabled(false);
    }
    assertThat(tables().number("select count(distinct seq) from article_state")).isEqualTo(100);
  }

  private long cost(Phone phone, List<String> articles, String at) {
    List<Map<String, Object>> ops =
        articles.stream().map(article -> op(article, at, "read", true, "star", true)).toList();
    long before = sessions.getStatistics().getPrepareStatementCount();
    ok(send(phone, ops), 200);
    return sessions.getStatistics().getPrepareStatementCount() - before;
  }
}
