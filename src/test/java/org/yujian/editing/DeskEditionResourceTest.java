package org.yujian.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.auth.Scopes;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** Editions and articles at the desk: tags, publishing and withdrawing, over HTTP. */
@QuarkusTest
class DeskEditionResourceTest extends DeskTest {
  private static final String EDITIONS = "/v1/desk/editions/";
  private static final String ARTICLES = "/v1/desk/articles/";

  private static Upload document(String... titles) {
    StringBuilder text = new StringBuilder("扫描二维码关注“豫园社区”\n\n");
    for (String title : titles) {
      text.append("# ").append(title).append("\n\n").append(title).append("的正文。\n\n");
    }
    return Upload.text(text.toString());
  }

  private static String edition(JsonPath report) {
    return report.getString("articles[0].editionId");
  }

  private static String article(JsonPath report, int index) {
    return report.getString("articles[" + index + "].articleId");
  }

  private Response publish(String edition, String etag) {
    return desk().header("If-Match", etag).post(EDITIONS + edition + "/publish");
  }

  private String etag(String edition) {
    return desk().get(EDITIONS + edition).header("ETag");
  }

  private Response withdraw(String path) {
    Map<String, Object> body =
        Map.of("class", "rights", "publicNote", "应要求撤回", "internalNote", "机密");
    return desk().body(body).post(path + "/withdraw");
  }

  @Test
  void whatWasLookedAtIsWhatGoesLive() {
    String id = edition(imported(document("甲", "乙")));
    problem(desk().post(EDITIONS + id + "/publish"), 428, "precondition-required");
    String old = etag(id);
    imported(document("甲", "乙").with("tag", "新闻"));
    JsonPath stale = problem(publish(id, old), 412, "precondition-failed");
    assertThat(stale.getInt("version")).isEqualTo(deskRead(EDITIONS + id).getInt("version"));
    assertThat(read("/v1/articles").getList("items")).isEmpty();
    JsonPath live = ok(publish(id, etag(id)), 200);
    assertThat(live.getString("state")).isEqualTo("published");
    assertThat(live.getList("articles.state")).containsOnly("published");
    assertThat(read("/v1/editions/" + id).getList("articles.title")).containsExactly("甲", "乙");
    JsonPath twice = problem(publish(id, etag(id)), 409, "already-published");
    assertThat(twice.getString("publishedAt")).isEqualTo(live.getString("publishedAt"));
  }

  @Test
  void whatCannotGoLiveSaysWhere() {
    String id = edition(imported(document("甲", "长".repeat(65))));
    JsonPath problem = problem(publish(id, etag(id)), 422, "not-publishable");
    assertThat(problem.getList("errors.pointer")).containsExactly("/articles/1/title");
    assertThat(problem.getList("errors.code")).containsExactly("title.too-long");
    assertThat(read("/v1/articles").getList("items")).isEmpty();
    assertThat(count("change")).isZero();
  }

  @Test
  void aDraftsTagsAreAWritersMatter() {
    JsonPath report = imported(document("甲"));
    tag("x");
    long rows = count("change");
    String path = ARTICLES + article(report, 0) + "/tags/";
    String writer = key(Set.of(Scopes.CONTENT_WRITE));
    String old = etag(edition(report));
    assertThat(ok(desk(writer).put(path + "x"), 200).getList("tags")).containsExactly("x");
    assertThat(etag(edition(report))).isNotEqualTo(old);
    problem(desk(writer).put(path + "nobody"), 404, "tag-not-found");
    assertThat(ok(desk(writer).delete(path + "x"), 200).getList("tags")).isEmpty();
    assertThat(count("change")).isEqualTo(rows);
  }

  /** One more article is read than a page has, in either direction. */
  @Test
  void aPageIncludesWhatItMentionsAndNoMore() {
    List.of("x", "y", "z").forEach(this::tag);
    String other = account("乙社区");
    imported(document("丙").publish());
    String older = article(imported(document("甲").publish()), 0);
    String newer = article(imported(document("乙").with("account", other).publish()), 0);
    for (String path : List.of(older + "/tags/x", older + "/tags/y")) {
      ok(desk().put(ARTICLES + path), 200);
    }
    for (String path : List.of(newer + "/tags/y", newer + "/tags/z")) {
      ok(desk().put(ARTICLES + path), 200);
    }
    JsonPath first = read("/v1/articles?limit=1");
    assertThat(first.getList("items.id")).containsExactly(newer);
    assertThat(first.getList("included.tags.slug")).containsExactly("y", "z");
    assertThat(first.getList("included.accounts.id")).containsExactly(other);

    JsonPath second = read("/v1/articles?limit=1&cursor=" + first.getString("next"));
    assertThat(second.getList("items.id")).containsExactly(older);
    assertThat(second.getList("included.tags.slug")).containsExactly("x", "y");
    assertThat(second.getList("included.accounts.id")).hasSize(1).doesNotContain(other);

    JsonPath third = read("/v1/articles?limit=1&cursor=" + second.getString("next"));
    assertThat(third.getList("included.tags")).isEmpty();
    JsonPath up = read("/v1/articles?limit=1&cursor=" + third.getString("prev"));
    assertThat(up.getList("items.id")).containsExactly(older);
    assertThat(up.getList("included.tags.slug")).containsExactly("x", "y");
    assertThat(up.getList("included.accounts.id")).hasSize(1).doesNotContain(other);
  }

  @Test
  void aLiveArticlesTagsShowAtOnceAndNeedTheScope() {
    JsonPath report = imported(document("甲", "乙").publish());
    tag("x");
    String id = article(report, 0);
    String path = ARTICLES + id + "/tags/x";
    problem(desk(key(Set.of(Scopes.CONTENT_WRITE))).put(path), 403, "forbidden");
    int version = read("/v1/editions/" + edition(report)).getInt("version");
    ok(desk().put(path), 200);
    assertThat(read("/v1/articles/" + id).getList("tags")).containsExactly("x");
    assertThat(read("/v1/articles?tag=x").getList("items.id")).containsExactly(id);
    assertThat(read("/v1/articles").getList("included.tags.slug")).containsExactly("x");
    assertThat(read("/v1/editions/" + edition(report)).getInt("version")).isEqualTo(version + 1);
    long rows = count("change");
    ok(desk().put(path), 200);
    assertThat(count("change")).isEqualTo(rows);
    ok(desk().delete(path), 200);
    assertThat(read("/v1/articles?tag=x").getList("items")).isEmpty();
    assertThat(
            tables().texts("select tags from change where type = 'article' order by seq offset 2"))
        .containsExactly("{x}", "{x}");
  }

  @Test
  void moreThanTwentyTagsAreRefused() {
    JsonPath report = imported(document("甲").publish());
    for (int i = 0; i < 21; i++) {
      tag("t" + i);
      Response response = desk().put(ARTICLES + article(report, 0) + "/tags/t" + i);
      if (i < 20) {
        ok(response, 200);
      } else {
        problem(response, 422, "too-many-tags");
      }
    }
  }

  @Test
  void aWithdrawnArticleIsGoneForEverWithItsPublicNote() {
    JsonPath report = imported(document("甲", "乙").publish());
    String id = article(report, 0);
    JsonPath desk = ok(withdraw(ARTICLES + id), 200);
    assertThat(desk.getString("state")).isEqualTo("withdrawn");
    Response gone = anyone().get("/v1/articles/" + id);
    JsonPath problem = problem(gone, 410, "article-withdrawn");
    assertThat(problem.getString("class")).isEqualTo("rights");
    assertThat(problem.getString("note")).isEqualTo("应要求撤回");
    assertThat(problem.getString("at")).isNotNull();
    assertThat(gone.asString()).doesNotContain("机密");
    assertThat(read("/v1/articles").getList("items.title")).containsExactly("乙");
    assertThat(read("/v1/editions/" + edition(report)).getList("articles.title"))
        .containsExactly("乙");
    JsonPath batch = read("/v1/articles/batch?ids=" + id + "," + article(report, 1));
    assertThat(batch.getList("missing.id")).containsExactly(id);
    assertThat(batch.getList("missing.status")).containsExactly(410);
    problem(withdraw(ARTICLES + id), 410, "article-withdrawn");
    problem(desk().put(ARTICLES + id + "/tags/" + tag("x")), 410, "article-withdrawn");
  }

  @Test
  void aWithdrawnEditionTakesItsArticlesWithIt() {
    JsonPath report = imported(document("甲", "乙").publish());
    String id = edition(report);
    long rows = count("change");
    assertThat(ok(withdraw(EDITIONS + id), 200).getString("state")).isEqualTo("withdrawn");
    Response gone = anyone().get("/v1/editions/" + id);
    assertThat(problem(gone, 410, "edition-withdrawn").getString("note")).isEqualTo("应要求撤回");
    assertThat(gone.asString()).doesNotContain("机密");
    problem(anyone().get("/v1/articles/" + article(report, 1)), 410, "article-withdrawn");
    for (String list :
        List.of("/v1/articles", "/v1/editions", "/v1/follow-targets?edition=" + id)) {
      assertThat(read(list).getList("items")).as(list).isEmpty();
    }
    assertThat(tables().texts("select type from change order by seq offset " + rows))
        .containsExactlyInAnyOrder("article", "article", "edition");
    problem(withdraw(EDITIONS + id), 410, "edition-withdrawn");
    problem(publish(id, etag(id)), 410, "edition-withdrawn");
  }

  @Test
  void onlyWhatIsPublishedIsWithdrawn() {
    JsonPath report = imported(document("甲"));
    problem(withdraw(ARTICLES + article(report, 0)), 409, "article-not-published");
    problem(withdraw(EDITIONS + edition(report)), 409, "edition-not-published");
    Map<String, Object> bad = Map.of("class", "because");
    problem(desk().body(bad).post(EDITIONS + edition(report) + "/withdraw"), 422, "invalid-body");
    assertThat(count("change")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"class\": \"foo\"}"})
  void theFieldIsNamedAsTheClientKnowsIt(String body) {
    JsonPath report = imported(Upload.text("扫描二维码关注“甲社区”\n\n# 甲\n\n正文。\n").publish());
    for (String what : new String[] {"article", "edition"}) {
      String id = report.getString("articles[0]." + what + "Id");
      JsonPath problem =
          problem(
              desk().body(body).post("/v1/desk/" + what + "s/" + id + "/withdraw"),
              422,
              "invalid-body");
      assertThat(problem.getString("errors[0].pointer")).isEqualTo("/class");
    }
  }
}
