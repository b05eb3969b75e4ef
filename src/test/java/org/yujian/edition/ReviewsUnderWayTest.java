package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Together;

/** Returns, changed settings, schedules and people at once while an edition is in review. */
@QuarkusTest
class ReviewsUnderWayTest extends ReviewedTest {

  @Test
  void aReturnVoidsAllSignatures() {
    String path = EDITIONS + draft("甲");
    review();
    ok(agree(path, "初审"), 200);
    ok(agree(path, "复审"), 200);
    String reviewer = reviewers.get("终审");
    Map<String, String> bare = Map.of("stage", "终审", "verdict", "return");
    Response noted =
        desk(reviewer).header("If-Match", etag(path)).body(bare).post(path + "/reviews");
    assertThat(problem(noted, 422, "invalid-body").getList("errors.pointer"))
        .containsExactly("/note");
    JsonPath returned = ok(sign(path, "终审", "return", reviewer, etag(path)), 200);
    assertThat(returned.getString("state")).isEqualTo("returned");
    assertThat(returned.getList("signatures.valid")).containsExactly(false, false, false);
    missingAll(act(path, "publish", Map.of()));
    problem(agree(path, "复审"), 409, "review-out-of-turn");
    agreed(path);
    ok(sign(path, "初审", "return", reviewers.get("初审"), etag(path)), 200);
    missingAll(act(path, "publish", Map.of()));
    agreed(path);
    ok(act(path, "publish", Map.of()), 200);
  }

  @Test
  void onlyReviewedEditionsAreScheduledAndTheClockAsksAgain() {
    String id = draft("甲");
    String path = EDITIONS + id;
    review();
    missingAll(act(path, "schedule", Map.of("at", now().plus(HOUR).toString())));
    agreed(path);
    schedule(id, now().plus(HOUR));
    review("初审", "复审", "终审", "四审");
    pass(HOUR);
    assertThat(scheduler.runOnce()).isZero();
    JsonPath failed = deskRead(path);
    assertThat(failed.getString("state")).isEqualTo("failed");
    assertThat(failed.getString("schedule.problem")).isEqualTo("review-missing");
    reviewers.put("四审", key(Set.of("content:read", "content:review")));
    ok(agree(path, "四审"), 200);
    schedule(id, now().plus(HOUR));
    pass(HOUR.multipliedBy(3));
    assertThat(scheduler.runOnce()).isEqualTo(1);
    assertThat(read("/v1/articles").getList("items.title")).containsExactly("甲");
  }

  @Test
  void whatIsReturnedWhileScheduledDoesNotGoLive() {
    String id = draft("甲");
    review();
    agreed(EDITIONS + id);
    schedule(id, now().plus(HOUR));
    String path = EDITIONS + id;
    ok(sign(path, "复审", "return", reviewers.get("复审"), etag(path)), 200);
    pass(HOUR);
    assertThat(scheduler.runOnce()).isZero();
    assertThat(deskRead(path).getString("schedule.problem")).isEqualTo("review-missing");
    assertThat(read("/v1/articles").getList("items")).isEmpty();
  }

  @Test
  void withoutStagesNothingChanges() {
    String path = EDITIONS + draft("甲");
    review();
    missingAll(act(path, "publish", Map.of()));
    ok(setReview(null), 200);
    assertThat(state(path)).isEqualTo("off");
    problem(agree(path, "初审"), 409, "review-not-open");
    ok(act(path, "publish", Map.of()), 200);
  }

  @Test
  void ofTwoWhoSignAStageOneIsTold() {
    String path = EDITIONS + draft("甲");
    review();
    for (String stage : STAGES) {
      String seen = etag(path);
      List<Callable<Integer>> both = new ArrayList<>();
      for (String key : List.of(reviewers.get(stage), key(Set.of("content:review")))) {
        both.add(() -> Together.accepted(() -> sign(path, stage, "agree", key, seen)).statusCode());
      }
      assertThat(Together.run(both)).containsExactlyInAnyOrder(200, 409);
    }
    assertThat(count("review_signature")).isEqualTo(3);
    ok(act(path, "publish", Map.of()), 200);
  }

  @Test
  void aReturnAndAPublicationAtOnceNeverBothSucceed() {
    for (int round = 0; round < 8; round++) {
      String path = EDITIONS + draft("甲" + round);
      review();
      agreed(path);
      String seen = etag(path);
      List<Callable<Integer>> both =
          List.of(
              () -> Together.accepted(() -> act(path, "publish", Map.of(), seen)).statusCode(),
              () ->
                  Together.accepted(() -> sign(path, "终审", "return", reviewers.get("终审"), seen))
                      .statusCode());
      List<Integer> answers = Together.run(both);
      boolean live = deskRead(path).getString("state").equals("published");
      assertThat(answers.get(0)).isEqualTo(live ? 200 : 409);
      assertThat(answers.get(1)).isEqualTo(live ? 412 : 200);
    }
  }
}
