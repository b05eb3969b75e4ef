package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DrawnPicture;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** In an account with a review nothing goes live, by any way, that not all stages agreed to. */
@QuarkusTest
class ReviewedPublishingTest extends ReviewedTest {

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
    missingAll(act(first, "corrections", Map.of("class", "typo")));
    agreed(first);
    missingAll(act(second, "corrections", Map.of("class", "typo")));
    ok(act(first, "corrections", Map.of("class", "typo")), 200);
    ok(patched(article(id, 0), Map.of("html", "<p>又改过。</p>")), 200);
    missingAll(act(first, "corrections", Map.of("class", "typo")));
    String whole = EDITIONS + id;
    assertThat(state(whole)).isEqualTo("idle");
    problem(agree(whole, "初审"), 409, "review-not-open");
  }

  @Test
  void importsOfCorrectionsAreReviewedToo() {
    String id = live("甲");
    review();
    String article = article(id, 0);
    Supplier<Upload> better =
        () -> Upload.text("扫描二维码关注“豫园社区”\n\n# 甲\n\n改好的正文。\n").with("updates", article);
    missingAll(upload(better.get().publish()));
    ok(upload(better.get()), 201);
    agreed(ARTICLES + article);
    ok(upload(better.get().publish()), 201);
    assertThat(read("/v1/articles/" + article).getInt("rev")).isEqualTo(2);
  }

  private String picture(String edition) {
    String path =
        "/v1/desk/media/raw?account=" + deskRead(EDITIONS + edition).getString("accountId");
    byte[] bytes = DrawnPicture.png(40, 30, 1);
    return ok(desk().contentType("image/png").body(bytes).post(path), 201).getString("picture.url");
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
    Consumer<Map<String, Object>> change =
        patch -> ok(desk().header("If-Match", etag(path)).body(patch).patch(path), 200);
    List<Runnable> changes = new ArrayList<>();
    for (Map<String, Object> patch :
        List.<Map<String, Object>>of(
            Map.of("title", "甲改"),
            Map.of("kicker", "专题"),
            Map.of("digest", "摘要"),
            Map.of("author", "张三"),
            Map.of("cover", Map.of("url", picture(id))),
            Map.of("provenance", Map.of("source", "人民日报")),
            Map.of("html", "<p><strong>甲</strong>的正文。</p>"),
            Map.of("html", "<h2>甲的正文。</h2>"))) {
      changes.add(() -> ok(patched(article, patch), 200));
    }
    changes.add(() -> ok(desk().put(ARTICLES + article + "/tags/x"), 200));
    changes.add(() -> change.accept(Map.of("articleIds", List.of(article(id, 1), article(id, 0)))));
    changes.add(() -> change.accept(Map.of("followTargetIds", List.of())));
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
}
