package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yujian.feed.FeedRules;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Together;
import org.yujian.testing.Upload;

/** Editions left to the clock: what is frozen, what goes live when, and who wins a race. */
@QuarkusTest
class SchedulingTest extends EditionLifeTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private Instant in(Duration time) {
    return now().plus(time);
  }

  private String state(String edition) {
    return deskRead(EDITIONS + edition).getString("state");
  }

  @Test
  void theClockPublishesAtItsTimeAndNotBefore() {
    String id = draft("甲", "乙");
    Instant at = in(HOUR);
    JsonPath scheduled = schedule(id, at);
    assertThat(scheduled.getString("state")).isEqualTo("scheduled");
    assertThat(Instant.parse(scheduled.getString("schedule.at"))).isEqualTo(at);
    assertThat(scheduled.getInt("schedule.attempts")).isZero();
    assertThat(scheduler.runOnce()).isZero();
    assertThat(read("/v1/articles").getList("items")).isEmpty();
    pass(HOUR);
    assertThat(scheduler.runOnce()).isEqualTo(1);
    assertThat(scheduler.runOnce()).isZero();
    JsonPath live = deskRead(EDITIONS + id);
    assertThat(live.getString("state")).isEqualTo("published");
    assertThat(live.getString("schedule")).isNull();
    assertThat(live.getString("lateSeconds")).isNull();
    assertThat(Instant.parse(live.getString("publishedAt")))
        .isBetween(at, at.plus(Duration.ofSeconds(30)));
    assertThat(read("/v1/articles").getList("items.title")).containsExactly("甲", "乙");
    FeedRules.check(tables());
    ChangeLogRules.check(tables());
  }

  @Test
  void theClockLeavesTheSameRowsAsAPerson() {
    tag("x");
    String byHand = edition(imported(document("豫园社区", "甲", "乙").with("tag", "x")));
    long seq = seq();
    publish(byHand);
    List<String> rows = since(seq);
    tables().empty();
    tag("x");
    String byClock = edition(imported(document("豫园社区", "甲", "乙").with("tag", "x")));
    schedule(byClock, in(HOUR));
    seq = seq();
    pass(HOUR);
    scheduler.runOnce();
    assertThat(since(seq)).isEqualTo(rows).hasSize(5);
    assertThat(audited()).endsWith("clock edition.publish");
    assertThat(tables().texts("select distinct created_by from article_revision"))
        .containsExactly("clock");
  }

  @Test
  void aScheduledEditionIsFrozen() {
    tag("x");
    String id = draft("甲");
    String article = article(id, 0);
    schedule(id, in(HOUR));
    String before = everyCount();
    JsonPath frozen = problem(desk().put(ARTICLES + article + "/tags/x"), 409, "edition-scheduled");
    assertThat(frozen.getString("scheduledAt")).isNotNull();
    String changed = "扫描二维码关注“豫园社区”\n\n# 甲\n\n别的正文。\n";
    Response again = upload(Upload.text(changed));
    problem(again, 409, "edition-scheduled");
    assertThat(everyCount()).isEqualTo(before);
    ok(act(EDITIONS + id, "unschedule", Map.of()), 200);
    ok(desk().put(ARTICLES + article + "/tags/x"), 200);
    assertThat(state(id)).isEqualTo("draft");
    problem(act(EDITIONS + id, "unschedule", Map.of()), 409, "edition-not-scheduled");
    pass(HOUR);
    assertThat(scheduler.runOnce()).isZero();
  }

  @Test
  void anotherTimeReplacesTheFirstAndAPersonMayBeEarlier() {
    String id = draft("甲");
    schedule(id, in(HOUR));
    schedule(id, in(HOUR.multipliedBy(3)));
    pass(HOUR.multipliedBy(2));
    assertThat(scheduler.runOnce()).isZero();
    assertThat(publish(id).getString("lateSeconds")).isNull();
    pass(HOUR.multipliedBy(4));
    assertThat(scheduler.runOnce()).isZero();
    assertThat(audited().stream().filter(row -> row.endsWith("edition.publish"))).hasSize(1);
  }

  @Test
  void onlyWhatCouldBePublishedAtAPossibleTimeIsScheduled() {
    String id = draft("甲", "长".repeat(65));
    JsonPath rules = problem(at(id, in(HOUR).toString()), 422, "not-publishable");
    assertThat(rules.getList("errors.pointer")).containsExactly("/articles/1/title");
    String good = draft("乙");
    JsonPath past =
        problem(at(good, in(Duration.ofSeconds(-1)).toString()), 422, "schedule-in-past");
    assertThat(past.getList("errors.pointer")).containsExactly("/at");
    problem(at(good, "2999-01-01T00:00:00Z"), 422, "schedule-too-far");
    for (String bad : List.of("2030-01-01T00:00:00", "2030-01-01", "tomorrow", "")) {
      problem(at(good, bad), 422, "invalid-body");
    }
    problem(act(EDITIONS + good, "schedule", Map.of()), 422, "invalid-body");
    assertThat(state(good)).isEqualTo("draft");
    Response missing =
        desk().body(Map.of("at", in(HOUR).toString())).post(EDITIONS + good + "/schedule");
    problem(missing, 428, "precondition-required");
    problem(desk().post(EDITIONS + good + "/unschedule"), 428, "precondition-required");
  }

  private Response at(String edition, String at) {
    return act(EDITIONS + edition, "schedule", Map.of("at", at));
  }

  @Test
  void aStaleEditorIsToldWhichArticlesChanged() {
    tag("x");
    String id = draft("甲", "乙", "丙");
    String seen = etag(EDITIONS + id);
    ok(desk().put(ARTICLES + article(id, 1) + "/tags/x"), 200);
    for (String action : List.of("publish", "schedule")) {
      Map<String, String> body =
          action.equals("publish") ? Map.of() : Map.of("at", in(HOUR).toString());
      JsonPath stale = problem(act(EDITIONS + id, action, body, seen), 412, "precondition-failed");
      assertThat(stale.getList("articles.title")).containsExactly("乙");
      assertThat(stale.getString("articles[0].id")).isEqualTo(article(id, 1));
      assertThat(stale.getString("articles[0].changedBy")).startsWith("key:");
      assertThat(stale.getString("articles[0].changedAt")).isNotNull();
    }
    schedule(id, in(HOUR));
    problem(act(EDITIONS + id, "unschedule", Map.of(), seen), 412, "precondition-failed");
  }

  @Test
  void whatWasMissedGoesOutInItsOrderMarkedLate() {
    String second = draft("第二");
    String first = draft("第一");
    String third = draft("第三");
    schedule(second, in(HOUR.multipliedBy(2)));
    schedule(first, in(HOUR));
    schedule(third, in(HOUR.multipliedBy(5)));
    pass(HOUR.multipliedBy(5).plusSeconds(5));
    assertThat(scheduler.runOnce()).isEqualTo(3);
    assertThat(read("/v1/articles").getList("items.title")).containsExactly("第三", "第二", "第一");
    assertThat(deskRead(EDITIONS + first).getLong("lateSeconds"))
        .isBetween(4 * 3600L, 4 * 3600L + 60);
    assertThat(deskRead(EDITIONS + third).getString("lateSeconds")).isNull();
    FeedRules.check(tables());
  }

  @Test
  void ofManyClocksOnePublishesEach() {
    int editions = 12;
    for (int i = 0; i < editions; i++) {
      String account = "账号" + i % 4;
      schedule(edition(imported(document(account, "题" + i, "又" + i))), in(HOUR));
    }
    pass(HOUR);
    List<Integer> each = Together.run(6, i -> scheduler::runOnce);
    // Who finds the rest claimed by others goes home; what is left waits for the next tick.
    int done = each.stream().mapToInt(Integer::intValue).sum() + scheduler.runOnce();
    assertThat(done).isEqualTo(editions);
    assertThat(tables().number("select count(*) from change where type = 'edition'"))
        .isEqualTo(editions);
    assertThat(count("article_revision")).isEqualTo(editions * 2L);
    FeedRules.check(tables());
    ChangeLogRules.check(tables());
  }

  @Test
  void whoUnschedulesAtTheSameMomentWinsOrIsTold() {
    for (int round = 0; round < 8; round++) {
      String id = draft("题" + round);
      schedule(id, in(HOUR));
      String seen = etag(EDITIONS + id);
      pass(HOUR.plusMinutes(1));
      List<String> outcome =
          Together.run(
              List.of(
                  () -> Integer.toString(scheduler.runOnce()),
                  () -> {
                    Response answer = act(EDITIONS + id, "unschedule", Map.of(), seen);
                    return answer.statusCode() == 200
                        ? "won"
                        : JsonPath.of(answer).getString("code");
                  }));
      scheduler.runOnce();
      boolean won = outcome.get(1).equals("won");
      assertThat(outcome.get(1)).isIn("won", "already-published");
      assertThat(state(id)).isEqualTo(won ? "draft" : "published");
      pass(Duration.ZERO);
    }
    FeedRules.check(tables());
  }

  @Test
  void publishingNeedsItsScopeAndUnschedulingToo() {
    String id = draft("甲");
    String writer = key(Set.of("content:write", "content:read"));
    Response answer =
        desk(writer)
            .header("If-Match", etag(EDITIONS + id))
            .body(Map.of("at", in(HOUR).toString()))
            .post(EDITIONS + id + "/schedule");
    problem(answer, 403, "forbidden");
  }
}
