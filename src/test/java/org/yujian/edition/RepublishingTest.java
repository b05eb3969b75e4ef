package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yujian.feed.FeedRules;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Together;
import org.yujian.testing.Upload;

/** What was taken back goes live again, under its id and at the top; archives go in below. */
@QuarkusTest
class RepublishingTest extends EditionLifeTest {

  @Test
  void aWithdrawnArticleGoesLiveAgainUnderItsId() {
    tag("x");
    String id = edition(imported(document("豫园社区", "甲", "乙").with("tag", "x").publish()));
    String other = live("丙");
    String article = article(id, 0);
    Instant first = Instant.parse(read("/v1/articles/" + article).getString("publishedAt"));
    withdraw(ARTICLES + article);
    problem(anyone().get("/v1/articles/" + article), 410, "article-withdrawn");
    long seq = seq();
    JsonPath again = ok(act(ARTICLES + article, "republish", Map.of()), 200);
    assertThat(again.getString("state")).isEqualTo("published");
    JsonPath live = read("/v1/articles/" + article);
    assertThat(Instant.parse(live.getString("publishedAt"))).isAfter(first);
    assertThat(live.getInt("rev")).isEqualTo(2);
    assertThat(live.getInt("version")).isEqualTo(3);
    assertThat(live.getString("title")).isEqualTo("甲");
    assertThat(live.getList("flags")).isEmpty();
    assertThat(live.getList("corrections")).isEmpty();
    assertThat(since(seq))
        .containsExactlyInAnyOrder("article 3 {article} {x}", "edition 3 {articles} {}");
    assertThat(read("/v1/articles").getList("items.title")).containsExactly("甲", "丙", "乙");
    assertThat(read("/v1/articles?tag=x").getList("items.title")).containsExactly("甲", "乙");
    assertThat(read("/v1/editions/" + id).getList("articles.title")).containsExactly("甲", "乙");
    assertThat(read("/v1/editions").getList("items.id")).containsExactly(other, id);
    String newest = live("丁");
    assertThat(read("/v1/articles?limit=1").getList("items.editionId")).containsExactly(newest);
    problem(act(ARTICLES + article, "republish", Map.of()), 409, "article-not-withdrawn");
    check();
  }

  @Test
  void anEditionComesBackWithWhatWentWithIt() {
    String id = live("甲", "乙", "丙");
    withdraw(ARTICLES + article(id, 1));
    withdraw(EDITIONS + id);
    problem(act(EDITIONS + id, "publish", Map.of()), 410, "edition-withdrawn");
    long seq = seq();
    JsonPath again = ok(act(EDITIONS + id, "republish", Map.of()), 200);
    assertThat(again.getList("articles.state"))
        .containsExactly("published", "withdrawn", "published");
    assertThat(since(seq))
        .containsExactlyInAnyOrder(
            "article 3 {article} {}", "article 3 {article} {}", "edition 4 {edition} {}");
    assertThat(read("/v1/articles").getList("items.title")).containsExactly("甲", "丙");
    problem(anyone().get("/v1/articles/" + article(id, 1)), 410, "article-withdrawn");
    problem(act(EDITIONS + id, "republish", Map.of()), 409, "edition-not-withdrawn");
    check();
  }

  @Test
  void theLastArticleOfAnEditionBringsItBack() {
    String id = live("甲", "乙");
    withdraw(ARTICLES + article(id, 0));
    withdraw(ARTICLES + article(id, 1));
    problem(anyone().get("/v1/editions/" + id), 410, "edition-withdrawn");
    ok(act(ARTICLES + article(id, 0), "republish", Map.of()), 200);
    assertThat(read("/v1/editions/" + id).getList("articles.title")).containsExactly("甲");
    check();
  }

  @Test
  void theDraftOfAWithdrawnArticleGoesLiveInItsPlace() {
    Upload upload = Upload.text("扫描二维码关注“豫园社区”\n\n# 甲\n\n前一半没有写完\n\n后一半写完了。\n").publish();
    JsonPath report = imported(upload);
    String article = report.getString("articles[0].articleId");
    withdraw(ARTICLES + article);
    Map<String, Object> undo = Map.of("articleId", article, "paragraph", 1, "offset", 7);
    ok(desk().body(undo).post("/v1/desk/imports/" + report.getString("id") + "/joins/undo"), 200);
    ok(act(ARTICLES + article, "republish", Map.of()), 200);
    assertThat(read("/v1/articles/" + article + "?body=text").getString("text"))
        .isEqualTo("前一半没有写完\n后一半写完了。");
    assertThat(deskRead(ARTICLES + article).getMap("draft")).isNull();
    assertThat(read("/v1/articles/" + article).getList("corrections")).isEmpty();
    check();
  }

  @Test
  void whoLooksAtAnOldStateIsTold() {
    String id = live("甲", "乙");
    String seen = etag(EDITIONS + id);
    String seenArticle = etag(ARTICLES + article(id, 0));
    withdraw(EDITIONS + id);
    JsonPath stale =
        problem(act(EDITIONS + id, "republish", Map.of(), seen), 412, "precondition-failed");
    assertThat(stale.getList("articles.title")).containsExactly("甲", "乙");
    problem(
        act(ARTICLES + article(id, 0), "republish", Map.of(), seenArticle),
        412,
        "precondition-failed");
    problem(desk().post(EDITIONS + id + "/republish"), 428, "precondition-required");
  }

  @Test
  void ofTwoWhoRepublishOneIsTold() {
    String id = live("甲", "乙");
    for (int round = 0; round < 5; round++) {
      withdraw(EDITIONS + id);
      String seen = etag(EDITIONS + id);
      List<Integer> answers =
          Together.run(2, i -> () -> act(EDITIONS + id, "republish", Map.of(), seen).statusCode());
      assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }
    check();
  }

  private Response backdated(String edition, String at) {
    return act(EDITIONS + edition, "publish", Map.of("publishedAt", at));
  }

  @Test
  void anArchiveKeepsItsDatesAndTheOrderWithinOneDay() {
    String now = live("今");
    for (String title : List.of("一", "二", "三")) {
      ok(backdated(draft(title), "2019-05-04T08:00:00+08:00"), 200);
    }
    ok(backdated(draft("更早"), "2001-01-01T00:00:00.0000009Z"), 200);
    assertThat(read("/v1/articles").getList("items.title"))
        .containsExactly("今", "三", "二", "一", "更早");
    assertThat(read("/v1/articles").getList("items.publishedAt").subList(1, 5))
        .containsExactly(
            "2019-05-04T00:00:00.000002Z",
            "2019-05-04T00:00:00.000001Z",
            "2019-05-04T00:00:00.000000Z",
            "2001-01-01T00:00:00.000000Z");
    assertThat(read("/v1/editions").getList("items.id")).startsWith(now);
    live("明");
    assertThat(read("/v1/articles?limit=1").getList("items.title")).containsExactly("明");
    check();
  }

  @Test
  void anArchivesMomentIsFreeEvenBesideWhatWentLiveAgain() {
    String id = live("甲", "乙");
    withdraw(ARTICLES + article(id, 1));
    ok(act(ARTICLES + article(id, 1), "republish", Map.of()), 200);
    String taken = read("/v1/articles/" + article(id, 1)).getString("publishedAt");
    ok(backdated(draft("丙"), taken), 200);
    ok(backdated(draft("丁"), taken), 200);
    check();
  }

  @Test
  void onlyAdministratorsAndOnlyThePast() {
    String id = draft("甲");
    problem(backdated(id, "2999-01-01T00:00:00Z"), 422, "published-at-out-of-range");
    problem(backdated(id, "1969-12-31T23:59:59Z"), 422, "published-at-out-of-range");
    problem(backdated(id, "2019-05-04T08:00:00"), 422, "invalid-body");
    Response editor =
        desk(key(Set.of("content:publish", "content:read")))
            .header("If-Match", etag(EDITIONS + id))
            .body(Map.of("publishedAt", "2019-05-04T08:00:00Z"))
            .post(EDITIONS + id + "/publish");
    problem(editor, 403, "forbidden");
    assertThat(read("/v1/articles").getList("items")).isEmpty();
  }

  private void check() {
    FeedRules.check(tables());
    ChangeLogRules.check(tables());
  }
}
