package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.yujian.testing.JsonPath;

/** For tests in an account with a review of three stages and a key for each. */
abstract class ReviewedTest extends EditionLifeTest {
  static final List<String> STAGES = List.of("初审", "复审", "终审");
  static final Duration HOUR = Duration.ofHours(1);

  final Map<String, String> reviewers = new HashMap<>();

  @BeforeEach
  void newReviewers() {
    STAGES.forEach(stage -> reviewers.put(stage, key(Set.of("content:read", "content:review"))));
  }

  final Response setReview(Object review) {
    String account = "/v1/desk/accounts/@yu-yuan-she-qu";
    Map<String, Object> patch = new HashMap<>();
    patch.put("review", review);
    return desk().header("If-Match", etag(account)).body(patch).patch(account);
  }

  final void review(String... stages) {
    List<Map<String, String>> named =
        List.of(stages).stream().map(stage -> Map.of("name", stage)).toList();
    ok(setReview(Map.of("stages", named)), 200);
  }

  final void review() {
    review(STAGES.toArray(String[]::new));
  }

  final Response sign(String resource, String stage, String verdict, String key, String etag) {
    Map<String, String> body = Map.of("stage", stage, "verdict", verdict, "note", "看过");
    return desk(key).header("If-Match", etag).body(body).post(resource + "/reviews");
  }

  final Response agree(String resource, String stage) {
    return sign(resource, stage, "agree", reviewers.get(stage), etag(resource));
  }

  final void agreed(String resource) {
    STAGES.forEach(stage -> ok(agree(resource, stage), 200));
    assertThat(state(resource)).isEqualTo("agreed");
  }

  final String state(String resource) {
    return deskRead(resource + "/reviews").getString("state");
  }

  static void missing(Response response, String... stages) {
    JsonPath problem = problem(response, 409, "review-missing");
    assertThat(problem.getList("missing")).containsExactly((Object[]) stages);
    assertThat(problem.getString("detail")).contains(String.join(", ", stages));
  }

  static void missingAll(Response response) {
    missing(response, STAGES.toArray(String[]::new));
  }
}
