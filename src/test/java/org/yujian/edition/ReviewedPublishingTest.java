package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Together;
import org.yujian.testing.Upload;

/** In an account with a review nothing goes live, by any way, that not all stages agreed to. */
@QuarkusTest
class ReviewedPublishingTest extends EditionLifeTest {
  private static final List<String> STAGES = List.of("初审", "复审", "终审");
  private static final Duration HOUR = Duration.ofHours(1);

  private final Map<String, String> reviewers = new HashMap<>();

  @BeforeEach
  void newReviewers() {
    STAGES.forEach(stage -> reviewers.put(stage, key(Set.of("content:read", "content:review"))));
  }

  private Response setReview(Object review) {
    String account = "/v1/desk/accounts/@yu-yuan-she-qu";
    Map<String, Object> patch = new HashMap<>();
    patch.put("review", review);
    return desk().header("If-Match", etag(account)).body(patch).patch(account);
  }

  private void review(String... stages) {
    List<Map<String, String>> named =
        List.of(stages).stream().map(stage -> Map.of("name", stage)).toList();
    ok(setReview(Map.of("stages", named)), 200);
  }

  private void review() {
    review(STAGES.toArray(String[]::new));
  }

  private Response sign(String resource, String stage, String verdict, String key, String etag) {
    Map<String, String> body = Map.of("stage", stage, "verdict", verdict, "note", "看过");
    return desk(key).header("If-Match", etag).body(body).post(resource + "/reviews");
  }

  private Response agree(String resource, String stage) {
    return sign(resource, stage, "agree", reviewers.get(stage), etag(resource));
  }

  private void agreed(String resource) {
    STAGES.forEach(stage -> ok(agree(resource, stage), 200));
    assertThat(state(resource)).isEqualTo("agreed");
  }

  private String state(String resource) {
    return deskRead(resource + "/reviews").getString("state");
  }

  private static void missing(Response response, String... stages) {
    JsonPath problem = problem(response, 409, "review-missing");
    assertThat(problem.getList("missing")).containsExactly((Object[]) stages);
    assertThat(problem.getString("detail")).contains(String.join(", ", stages));
  }

  private static void missingAll(Response response) {
    missing(response, STAGES.toArray(String[]::new));
  }

  @Test
  void anEditionGoesLiveAfterEveryStageAgreedInOrder() {
    String path = EDITIONS + draft("甲", "乙");
    review();
    for (String stage : STAGES) {
      List<String> left = STAGES.subList(STAGES.indexOf(stage), STAGES.size());
      missing(act(path, "publish", Map.of()), left.toArray(String[]::new));
      for (String later : left.subList(1, left.size())) {
        JsonPath early = problem(agree(path, later), 409, "review-out-of-turn");
        assertThat(early.getString("next")).isEqualTo(stage);
      }
      ok(agree(path, stage), 200);
      problem(agree(path, stage), 409, "review-out-of-turn");
    }
    JsonPath review = deskRead(path + "/reviews");
    assertThat(review.getString("state")).isEqualTo("agreed");
    assertThat(review.getList("stages.agreed")).containsExactly(true, true, true);
    assertThat(review.getList("signatures.valid")).containsExactly(true, true, true);
    assertThat(review.getList("signatures.version")).containsOnly(deskRead(path).getInt("version"));
    ok(act(path, "publish", Map.of()), 200);
    assertThat(read("/v1/articles").getList("items.title")).containsExactly("甲", "乙");
    assertThat(state(path)).isEqualTo("idle");
    assertThat(audited().subList(2, 6))
        .extracting(row -> row.replaceAll(".* ", ""))
        .containsExactly("edition.agree", "edition.agree", "edition.agree", "edition.publish");
  }

  @Test
  void importsPublishOnlyWhatWasAgreedTo() {
    draft("旧");
    review();
    Upload upload = document("豫园社区", "甲", "乙");
    missingAll(upload(document("豫园社区", "甲", "乙").publish()));
    assertThat(count("import_job")).isEqualTo(1);
    String path = EDITIONS + edition(imported(upload));
    missingAll(upload(document("豫园社区", "甲", "乙").publish()));
    agreed(path);
    // One article of two is another edition than the one that was agreed to.
    missingAll(upload(document("豫园社区", "甲").publish()));
    ok(upload(document("豫园社区", "甲", "乙").publish()), 201);
    assertThat(deskRead(path).getString("state")).isEqualTo("published");
    assertThat(read("/v1/articles").getList("items.title")).containsExactly("甲", "乙");
  }

  @Test
  void correctionsAreReviewedArticleByArticle() {
    String id = live("甲", "乙");
    review();
    String first = ARTICLES + article(id, 0);
    String second = ARTICLES + article(id, 1);
    assertThat(state(first)).isEqualTo("idle");
    problem(agree(first, "初审"), 409, "review-not-open");
    ok(patched(article(id, 0), Map.of("html", "<p>改过。</p>")), 200);
    ok(patched(article(id, 1), Map.of("html", "<p>也改过。</p>")), 200);
    missingAll(act(first, "corrections", Map.of("class", "fact")));
    agreed(first);
    missingAll(act(second, "corrections", Map.of("class", "fact")));
    ok(act(first, "corrections", Map.of("class", "fact")), 200);
    ok(patched(article(id, 0), Map.of("html", "<p>又改过。</p>")), 200);
    missingAll(act(first, "corrections", Map.of("class", "fact")));
    String whole = EDITIONS + id;
    assertThat(state(whole)).isEqualTo("idle");
    problem(agree(whole, "初审"), 409, "review-not-open");
  }

  @Test
  void importsOfCorrectionsAreReviewedToo() {
    String id = live("甲");
    review();
    Upload better = Upload.text("扫描二维码关注“豫园社区”\n\n# 甲\n\n改好的正文。\n");
    missingAll(upload(better.publish()));
    ok(upload(Upload.text("扫描二维码关注“豫园社区”\n\n# 甲\n\n改好的正文。\n")), 201);
    agreed(ARTICLES + article(id, 0));
    ok(upload(Upload.text("扫描二维码关注“豫园社区”\n\n# 甲\n\n改好的正文。\n").publish()), 201);
    assertThat(read("/v1/articles/" + article(id, 0)).getInt("rev")).isEqualTo(2);
  }

  @Test
  void whatWasWithdrawnIsReviewedAgain() {
    String path = EDITIONS + draft("甲", "乙");
    review();
    agreed(path);
    ok(act(path, "publish", Map.of()), 200);
    withdraw(path);
    missingAll(act(path, "republish", Map.of()));
    agreed(path);
    ok(act(path, "republish", Map.of()), 200);
    String article = ARTICLES + deskRead(path).getString("articles[0].id");
    withdraw(article);
    missingAll(act(article, "republish", Map.of()));
    agreed(article);
    ok(act(article, "republish", Map.of()), 200);
    withdraw(article);
    missingAll(act(article, "republish", Map.of()));
    assertThat(read("/v1/articles").getList("items.title")).containsExactly("乙");
  }

  @Test
  void everyChangeAfterASignatureVoidsIt() {
    tag("x");
    String id = draft("甲", "乙");
    review();
    String path = EDITIONS + id;
    String article = article(id, 0);
    String other = edition(imported(document("豫园社区", "丙")));
    List<String> targets = deskRead(path).getList("followTargets");
    Consumer<Map<String, Object>> change =
        patch -> ok(desk().header("If-Match", etag(path)).body(patch).patch(path), 200);
    List<Runnable> changes = new ArrayList<>();
    for (Map<String, Object> patch :
        List.<Map<String, Object>>of(
            Map.of("title", "甲改"),
            Map.of("kicker", "专题"),
            Map.of("digest", "摘要"),
            Map.of("author", "张三"),
            Map.of("cover", Map.of("url", "https://example.org/a.png")),
            Map.of("provenance", Map.of("source", "人民日报")),
            Map.of("html", "<p><strong>甲</strong>的正文。</p>"),
            Map.of("html", "<h2>甲的正文。</h2>"))) {
      changes.add(() -> ok(patched(article, patch), 200));
    }
    changes.add(() -> ok(desk().put(ARTICLES + article + "/tags/x"), 200));
    changes.add(() -> change.accept(Map.of("articleIds", List.of(article(id, 1), article(id, 0)))));
    changes.add(() -> change.accept(Map.of("followTargetIds", List.of())));
    changes.add(() -> change.accept(Map.of("followTargetIds", targets)));
    changes.add(() -> ok(act(ARTICLES + article(other, 0), "move", Map.of("editionId", id)), 200));
    changes.add(() -> ok(act(path, "articles", Map.of("title", "丁")), 201));
    for (Runnable one : changes) {
      agreed(path);
      String seen = etag(path);
      one.run();
      problem(sign(path, "初审", "agree", reviewers.get("初审"), seen), 412, "precondition-failed");
      assertThat(state(path)).isEqualTo("open");
      assertThat(deskRead(path + "/reviews").getList("signatures.valid")).containsOnly(false);
      missingAll(act(path, "publish", Map.of()));
    }
  }

  @Test
  void signaturesAreForContentAndNotForVersions() {
    String path = EDITIONS + draft("甲");
    review();
    agreed(path);
    String article = deskRead(path).getString("articles[0].id");
    ok(patched(article, Map.of("kicker", "专题")), 200);
    assertThat(state(path)).isEqualTo("open");
    Map<String, Object> none = new HashMap<>();
    none.put("kicker", null);
    ok(patched(article, none), 200);
    assertThat(state(path)).isEqualTo("agreed");
    schedule(path.substring(EDITIONS.length()), now().plus(HOUR));
    assertThat(state(path)).isEqualTo("agreed");
    ok(act(path, "unschedule", Map.of()), 200);
    ok(act(path, "publish", Map.of()), 200);
  }

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
