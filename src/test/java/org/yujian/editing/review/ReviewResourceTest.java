package org.yujian.editing.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** Who may sign a review, what its setting may be, and comments. */
@QuarkusTest
class ReviewResourceTest extends DeskTest {
  private static final Set<String> REVIEWER = Set.of("content:read", "content:review");
  private static final Map<String, Object> AGREE = Map.of("stage", "初审", "verdict", "agree");

  private String account;
  private String edition;
  private String article;

  @BeforeEach
  void oneDraft() {
    JsonPath report = imported(Upload.text("扫描二维码关注“豫园社区”\n\n# 甲\n\n两个字😀，再一行。\n"));
    account = "/v1/desk/accounts/" + report.getString("accountId");
    edition = "/v1/desk/editions/" + report.getString("articles[0].editionId");
    article = report.getString("articles[0].articleId");
  }

  private Response change(Object review) {
    Map<String, Object> patch = new HashMap<>();
    patch.put("review", review);
    return desk().header("If-Match", etag(account)).body(patch).patch(account);
  }

  private String etag(String path) {
    return desk().get(path).header("ETag");
  }

  private Response sign(String key, Map<String, Object> body) {
    return desk(key).header("If-Match", etag(edition)).body(body).post(edition + "/reviews");
  }

  private Response comment(String key, Map<String, Object> body) {
    return desk(key).body(body).post(edition + "/comments");
  }

  private static Map<String, Object> stages(String... names) {
    return Map.of("stages", List.of(names).stream().map(name -> Map.of("name", name)).toList());
  }

  @Test
  void theSettingIsPartOfTheAccount() {
    JsonPath changed = ok(change(stages("初审", "终审")), 200);
    assertThat(changed.getList("review.stages.name")).containsExactly("初审", "终审");
    assertThat(changed.getBoolean("review.allowSameSigner")).isFalse();
    assertThat(changed.getBoolean("review.allowAuthor")).isFalse();
    ok(change(Map.of("allowAuthor", true)), 200);
    assertThat(deskRead(account).getList("review.stages.name")).containsExactly("初审", "终审");
    assertThat(deskRead(account).getBoolean("review.allowAuthor")).isTrue();
    assertThat(anyone().get("/v1/accounts").asString()).doesNotContain("review", "初审");
    ok(change(null), 200);
    assertThat(deskRead(account).getMap("review")).isNull();
  }

  @Test
  void aSettingThatCannotWorkIsRefused() {
    Map<Object, String> wrong = new HashMap<>();
    wrong.put(stages(), "/review/stages");
    wrong.put(stages("一", "二", "三", "四", "五", "六"), "/review/stages");
    wrong.put(stages("初审", "初审"), "/review/stages/1/name");
    wrong.put(stages(" "), "/review/stages/0/name");
    wrong.put(stages("长".repeat(33)), "/review/stages/0/name");
    wrong.put(
        Map.of("stages", List.of(Map.of("name", "初审", "scope", "x"))), "/review/stages/0/scope");
    wrong.put(
        Map.of("stages", List.of(Map.of("name", "初审", "signers", List.of()))),
        "/review/stages/0/signers");
    wrong.put(Map.of("allowAuthor", true), "/review/stages");
    wrong.forEach(
        (review, pointer) ->
            assertThat(problem(change(review), 422, "invalid-body").getList("errors.pointer"))
                .as(review.toString())
                .containsExactly(pointer));
  }

  @Test
  void everySignatureNamesWhatWasSeen() {
    ok(change(stages("初审")), 200);
    String key = key(REVIEWER);
    Response blind = desk(key).body(AGREE).post(edition + "/reviews");
    problem(blind, 428, "precondition-required");
    Response stale = desk(key).header("If-Match", "\"v0\"").body(AGREE).post(edition + "/reviews");
    problem(stale, 412, "precondition-failed");
    JsonPath unknown =
        problem(sign(key, Map.of("stage", "三审", "verdict", "agree")), 422, "invalid-body");
    assertThat(unknown.getList("errors.pointer")).containsExactly("/stage");
    problem(sign(key, Map.of("stage", "初审", "verdict", "maybe")), 422, "invalid-body");
    assertThat(count("review_signature")).isZero();
  }

  @Test
  void authorsAndSignersOfOtherStagesMayNotSign() {
    ok(change(stages("初审", "终审")), 200);
    assertThat(reason(sign(adminKey(), AGREE))).isEqualTo("author");
    assertThat(maySign(adminKey())).containsExactly(false, false);
    String both = key(REVIEWER);
    assertThat(maySign(both)).containsExactly(true, false);
    ok(sign(both, AGREE), 200);
    assertThat(maySign(both)).containsExactly(false, false);
    Map<String, Object> last = Map.of("stage", "终审", "verdict", "agree");
    assertThat(reason(sign(both, last))).isEqualTo("same-signer");
    ok(change(Map.of("allowSameSigner", true)), 200);
    assertThat(maySign(both)).containsExactly(false, true);
    ok(sign(both, last), 200);
    ok(change(Map.of("allowSameSigner", false)), 200);
    assertThat(deskRead(edition + "/reviews").getList("stages.agreed"))
        .containsExactly(true, false);
    ok(change(Map.of("allowAuthor", true)), 200);
    ok(sign(adminKey(), last), 200);
    assertThat(deskRead(edition + "/reviews").getString("state")).isEqualTo("agreed");
  }

  @Test
  void aStageMayBeForSomeKeysOrForAScope() {
    String chosen = key(REVIEWER);
    String id = tables().texts("select id from api_key order by created_at desc limit 1").get(0);
    String other = key(REVIEWER);
    ok(
        change(
            Map.of(
                "stages",
                List.of(
                    Map.of("name", "初审", "signers", List.of(id)),
                    Map.of("name", "终审", "scope", "content:publish")))),
        200);
    assertThat(reason(sign(other, AGREE))).isEqualTo("signers");
    ok(sign(chosen, AGREE), 200);
    Map<String, Object> last = Map.of("stage", "终审", "verdict", "agree");
    assertThat(problem(sign(other, last), 403, "forbidden").getString("scope"))
        .isEqualTo("content:publish");
    ok(sign(key(Set.of("content:review", "content:publish")), last), 200);
    Map<String, Object> back = Map.of("stage", "初审", "verdict", "return", "note", "重写");
    assertThat(reason(sign(other, back))).isEqualTo("signers");
    ok(sign(chosen, back), 200);
  }

  @Test
  void aKeySignsUnderItsIdAlsoAfterItsRotation() {
    ok(change(stages("初审", "终审")), 200);
    String first = key(REVIEWER);
    String id = tables().texts("select id from api_key order by created_at desc limit 1").get(0);
    ok(sign(first, AGREE), 200);
    String second =
        ok(desk().body(Map.of("overlapSeconds", 0)).post("/v1/desk/keys/" + id + "/rotate"), 200)
            .getString("secret");
    Map<String, Object> last = Map.of("stage", "终审", "verdict", "agree");
    assertThat(reason(sign(second, last))).isEqualTo("same-signer");
  }

  @Test
  void keysOfOtherAccountsSeeNothing() {
    ok(change(stages("初审")), 200);
    String foreign = key(Set.of("content:read", "content:write", "content:review"), account("别的"));
    String live = "/v1/desk/articles/" + article;
    problem(desk(foreign).get(edition + "/reviews"), 404, "edition-not-found");
    problem(sign(foreign, AGREE), 404, "edition-not-found");
    problem(desk(foreign).get(live + "/reviews"), 404, "article-not-found");
    problem(
        desk(foreign).header("If-Match", "\"v1\"").body(AGREE).post(live + "/reviews"),
        404,
        "article-not-found");
    problem(desk(foreign).get(edition + "/comments"), 404, "edition-not-found");
    problem(comment(foreign, Map.of("articleId", article, "text", "批")), 404, "edition-not-found");
    String id =
        ok(comment(key(REVIEWER), Map.of("articleId", article, "text", "批")), 200).getString("id");
    problem(desk(foreign).post(edition + "/comments/" + id + "/resolve"), 404, "edition-not-found");
  }

  @Test
  void aCommentQuotesItsPassage() {
    JsonPath draft = deskRead("/v1/desk/articles/" + article);
    String block = draft.getString("draft.blocks[0].id");
    Map<String, Object> passage =
        Map.of("articleId", article, "block", block, "start", 2, "end", 5, "text", "换个表情");
    JsonPath made = ok(comment(key(REVIEWER), passage), 200);
    assertThat(made.getString("quote")).isEqualTo("字😀，");
    ok(comment(key(REVIEWER), Map.of("articleId", article, "text", "标题太短")), 200);
    assertThat(deskRead(edition + "/comments").getList("items.text"))
        .containsExactly("标题太短", "换个表情");
    assertThat(deskRead(edition + "/comments?resolved=true").getList("items")).isEmpty();
    String path = edition + "/comments/" + made.getString("id") + "/resolve";
    JsonPath resolved = ok(desk().post(path), 200);
    assertThat(resolved.getString("resolvedBy")).startsWith("key:");
    assertThat(ok(desk().post(path), 200).getString("resolvedAt"))
        .isEqualTo(resolved.getString("resolvedAt"));
    assertThat(deskRead(edition + "/comments?resolved=false").getList("items.text"))
        .containsExactly("标题太短");
    assertThat(count("audit where action = 'reviewComment.resolve'")).isEqualTo(1);
  }

  @Test
  void aPassageThatTheTextLacksIsRefused() {
    String block = deskRead("/v1/desk/articles/" + article).getString("draft.blocks[0].id");
    int length = 9;
    List<Map<String, Object>> wrong =
        List.of(
            Map.of("block", "nothing", "start", 0, "end", 1),
            Map.of("block", block, "start", length, "end", length + 1),
            Map.of("block", block, "start", 0, "end", length + 1),
            Map.of("block", block, "start", 3, "end", 3),
            Map.of("block", block, "end", 3),
            Map.of("block", block, "start", 3));
    List<String> pointers = List.of("/block", "/start", "/end", "/end", "/start", "/end");
    IntStream.range(0, wrong.size())
        .forEach(
            i -> {
              Map<String, Object> body = new HashMap<>(wrong.get(i));
              body.put("articleId", article);
              body.put("text", "批");
              JsonPath refused = problem(comment(key(REVIEWER), body), 422, "invalid-body");
              assertThat(refused.getList("errors.pointer")).containsExactly(pointers.get(i));
            });
    Map<String, Object> whole =
        Map.of("articleId", article, "block", block, "start", 0, "end", length, "text", "批");
    assertThat(ok(comment(key(REVIEWER), whole), 200).getString("quote")).isEqualTo("两个字😀，再一行。");
  }

  @Test
  void commentsMoveWithTheirArticle() {
    String id =
        ok(comment(key(REVIEWER), Map.of("articleId", article, "text", "批")), 200).getString("id");
    JsonPath report = imported(Upload.text("扫描二维码关注“豫园社区”\n\n# 乙\n\n正文。\n"));
    String other = "/v1/desk/editions/" + report.getString("articles[0].editionId");
    String path = "/v1/desk/articles/" + article;
    JsonPath elsewhere =
        problem(
            desk().body(Map.of("articleId", article, "text", "批")).post(other + "/comments"),
            422,
            "invalid-body");
    assertThat(elsewhere.getList("errors.pointer")).containsExactly("/articleId");
    problem(desk().post(other + "/comments/" + id + "/resolve"), 404, "review-comment-not-found");
    Map<String, Object> where = Map.of("editionId", report.getString("articles[0].editionId"));
    ok(desk().header("If-Match", etag(path)).body(where).post(path + "/move"), 200);
    assertThat(deskRead(other + "/comments").getList("items.id")).containsExactly(id);
    ok(desk().header("If-Match", etag(path)).delete(path), 200);
    assertThat(count("review_comment")).isZero();
  }

  @Test
  void aDeletedEditionTakesItsReviewAlong() {
    ok(change(stages("初审")), 200);
    ok(sign(key(REVIEWER), AGREE), 200);
    assertThat(desk().header("If-Match", etag(edition)).delete(edition).statusCode())
        .isEqualTo(204);
    assertThat(count("review_signature")).isZero();
    assertThat(count("audit where action = 'edition.agree'")).isEqualTo(1);
  }

  private List<Object> maySign(String key) {
    return ok(desk(key).get(edition + "/reviews"), 200).getList("stages.maySign");
  }

  private static String reason(Response response) {
    return problem(response, 403, "review-not-allowed").getString("reason");
  }
}
