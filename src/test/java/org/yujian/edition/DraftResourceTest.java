package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Scopes;
import org.yujian.testing.DeskTest;
import org.yujian.testing.PublicBytes;
import org.yujian.testing.Upload;

/** An editor's work on drafts over HTTP: invisible to the public, and nobody loses anything. */
@QuarkusTest
class DraftResourceTest extends DeskTest {
  private static final String EDITIONS = "/v1/desk/editions";
  private static final String ARTICLES = "/v1/desk/articles";

  private String account;
  private String live;

  @BeforeEach
  void somethingIsLive() {
    JsonPath report =
        imported(Upload.text("扫描二维码关注“豫园社区”\n\n# 甲\n\n第一段。\n\n第二段。\n\n# 乙\n\n正文。\n").publish());
    account = report.getString("accountId");
    live = report.getString("articles[0].articleId");
  }

  private JsonPath edition(Object... articles) {
    Map<String, Object> body = Map.of("accountId", account, "articles", List.of(articles));
    return ok(desk().body(body).post(EDITIONS), 201);
  }

  private static Map<String, Object> article(String title) {
    return Map.of("title", title, "html", "<p>" + title + "的正文。</p>");
  }

  private String etag(String path) {
    return desk().get(path).header("ETag");
  }

  private Response patch(String path, Object body) {
    return desk().header("If-Match", etag(path)).body(body).patch(path);
  }

  private Response delete(String path) {
    return desk().header("If-Match", etag(path)).delete(path);
  }

  private Response move(String article, Map<String, Object> where) {
    String path = ARTICLES + "/" + article;
    return desk().header("If-Match", etag(path)).body(where).post(path + "/move");
  }

  private Response publish(String edition) {
    String path = EDITIONS + "/" + edition;
    return desk().header("If-Match", etag(path)).post(path + "/publish");
  }

  private List<String> titles(String edition) {
    return deskRead(EDITIONS + "/" + edition).getList("articles.title", String.class);
  }

  @Test
  void noWorkOnDraftsIsPublic() {
    String target = read("/v1/follow-targets").getString("items[0].id");
    PublicBytes.unchangedBy(
        tables(),
        "everything an editor does",
        () -> {
          JsonPath one = edition(article("一"), article("二"));
          JsonPath other = edition(article("三"));
          String first = one.getString("articles[0].id");
          String id = one.getString("id");
          ok(desk().body(article("四")).post(EDITIONS + "/" + id + "/articles?position=1"), 201);
          assertThat(titles(id)).containsExactly("四", "一", "二");
          ok(patch(EDITIONS + "/" + id, Map.of("followTargetIds", List.of(target))), 200);
          ok(patch(ARTICLES + "/" + first, Map.of("title", "新")), 200);
          ok(patch(ARTICLES + "/" + live, Map.of("title", "改", "markdown", "**新**")), 200);
          ok(move(first, Map.of("editionId", other.getString("id"))), 200);
          ok(desk().post(ARTICLES + "/" + live + "/preview"), 200);
          ok(delete(ARTICLES + "/" + live), 200);
          ok(delete(ARTICLES + "/" + first), 200);
          assertThat(delete(EDITIONS + "/" + id).statusCode()).isEqualTo(204);
        });
    assertThat(
            tables()
                .texts(
                    "select action from audit where action !~ 'import|account|publish' order by id"))
        .containsExactly(
            "edition.create",
            "edition.create",
            "article.create",
            "edition.change",
            "article.change",
            "article.change",
            "article.move",
            "article.preview",
            "article.discard",
            "article.delete",
            "edition.delete");
  }

  @Test
  void whatWasWrittenGoesLiveAndWhatWasLostIsTold() {
    JsonPath made =
        edition(
            Map.of(
                "title",
                "标题",
                "kicker",
                "眉",
                "digest",
                "摘要",
                "author",
                "作者",
                "source",
                "办公室",
                "html",
                "<h2>小标题</h2><p onclick=x>正文<script>x</script></p>"),
            Map.of("title", "二", "markdown", "- 甲\n- 乙"),
            Map.of("title", "三", "blocks", List.of(Map.of("type", "paragraph", "text", "段落"))));
    assertThat(made.getList("articles[0].dropped.what")).containsExactly("@onclick", "script");
    assertThat(made.getList("articles[1].dropped")).isNull();
    ok(publish(made.getString("id")), 200);
    JsonPath read = read("/v1/articles/" + made.getString("articles[0].id"));
    assertThat(read.getString("html")).isEqualTo("<h2>小标题</h2><p>正文</p>");
    assertThat(read.getString("kicker")).isEqualTo("眉");
    assertThat(read.getString("digest")).isEqualTo("摘要");
    assertThat(read("/v1/articles/" + made.getString("articles[1].id")).getString("html"))
        .isEqualTo("<ul><li>甲</li><li>乙</li></ul>");
  }

  @Test
  void aBodyHasOneFormAndLimits() {
    Map<String, Object> two = Map.of("title", "题", "html", "<p>x</p>", "markdown", "x");
    Map<String, Object> request = new HashMap<>(Map.of("accountId", account));
    request.put("articles", List.of(article("一"), two));
    JsonPath problem = problem(desk().body(request).post(EDITIONS), 422, "invalid-body");
    assertThat(problem.getList("errors.pointer")).containsExactly("/articles/1");
    request.put("articles", List.of(Map.of("html", "<p>" + "字".repeat(200_001) + "</p>")));
    JsonPath tooLong = problem(desk().body(request).post(EDITIONS), 422, "invalid-body");
    assertThat(tooLong.getList("errors.pointer")).containsExactly("/articles/0/html");
    assertThat(tooLong.getList("errors.code")).containsExactly("body.too-long");
    assertThat(tooLong.getString("limit") + tooLong.getInt("value")).isEqualTo("body200000");
    request.put("articles", List.of(Map.of("title", "长".repeat(65), "tags", List.of("x", "y"))));
    assertThat(
            problem(desk().body(request).post(EDITIONS), 422, "invalid-body")
                .getList("errors.pointer"))
        .containsExactly("/articles/0/title");
    List<Object> bad = new ArrayList<>();
    bad.add(
        Map.of(
            "type",
            "paragraph",
            "text",
            "字",
            "spans",
            List.of(Map.of("start", 0, "end", 2, "kind", "em"))));
    request.put("articles", List.of(Map.of("title", "题", "blocks", bad)));
    assertThat(
            problem(desk().body(request).post(EDITIONS), 422, "invalid-body")
                .getList("errors.pointer"))
        .containsExactly("/articles/0/blocks/0/spans/0");
    request.put("articles", List.of());
    problem(desk().body(request).post(EDITIONS), 422, "invalid-body");
    request.put("articles", java9(article("一")));
    problem(desk().body(request).post(EDITIONS), 422, "invalid-body");
  }

  private static List<Object> java9(Object article) {
    List<Object> nine = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      nine.add(article);
    }
    return nine;
  }

  @Test
  void aPatchKeepsWhatItDoesNotNameAndNullTakesAway() {
    JsonPath made = edition(Map.of("title", "题", "subtitle", "副", "html", "<p>一。</p><p>二。</p>"));
    String path = ARTICLES + "/" + made.getString("articles[0].id");
    JsonPath before = deskRead(path);
    Map<String, Object> patch = new HashMap<>();
    patch.put("subtitle", null);
    patch.put("html", "<p>一。</p><p>新。</p>");
    JsonPath after = ok(patch(path, patch), 200);
    assertThat(after.getString("draft.title")).isEqualTo("题");
    assertThat(after.getString("draft.subtitle")).isNull();
    assertThat(after.getString("draft.blocks[0].id"))
        .isEqualTo(before.getString("draft.blocks[0].id"));
    assertThat(after.getInt("draft.version")).isEqualTo(before.getInt("draft.version") + 1);
    String same = etag(path);
    ok(patch(path, Map.of("title", "题")), 200);
    assertThat(etag(path)).isEqualTo(same);
    Map<String, Object> none = new HashMap<>();
    none.put("html", null);
    assertThat(ok(patch(path, none), 200).getInt("draft.characters")).isZero();
  }

  @Test
  void whoIsLateLearnsWhoWasFaster() {
    String path = ARTICLES + "/" + live;
    problem(desk().body(Map.of("title", "x")).patch(path), 428, "precondition-required");
    problem(desk().delete(path), 428, "precondition-required");
    String old = etag(path);
    ok(patch(path, Map.of("title", "改")), 200);
    JsonPath stale =
        problem(
            desk().header("If-Match", old).body(Map.of("title", "x")).patch(path),
            412,
            "precondition-failed");
    assertThat(stale.getString("changedBy")).startsWith("key:yj_");
    assertThat(stale.getString("changedAt")).isNotNull();
    assertThat(stale.getList("changed")).containsExactly("title");
    String mine = etag(path);
    ok(delete(path), 200);
    assertThat(etag(path)).isEqualTo(old);
    ok(patch(path, Map.of("title", "改")), 200);
    assertThat(etag(path)).isNotEqualTo(mine);
    JsonPath made = edition(article("一"));
    String edition = EDITIONS + "/" + made.getString("id");
    String seen = etag(edition);
    ok(patch(ARTICLES + "/" + made.getString("articles[0].id"), Map.of("title", "二")), 200);
    JsonPath staleEdition =
        problem(desk().header("If-Match", seen).delete(edition), 412, "precondition-failed");
    assertThat(staleEdition.getList("articles.title")).containsExactly("二");
  }

  @Test
  void aLiveArticlesDraftTellsWhatDiffersAndCanBeDiscarded() {
    String path = ARTICLES + "/" + live;
    JsonPath draft = ok(patch(path, Map.of("title", "改", "html", "<p>第二段。</p><p>第一段改了。</p>")), 200);
    assertThat(draft.getList("draft.fields")).containsExactly("title", "body");
    assertThat(draft.getString("title")).isEqualTo("甲");
    JsonPath diff = deskRead(path + "/diff");
    assertThat(diff.getList("fields.field")).contains("title");
    assertThat(diff.getList("blocks.op")).containsAnyOf("same", "moved").contains("added");
    assertThat(ok(delete(path), 200).getString("result")).isEqualTo("discarded");
    problem(desk().get(path + "/diff"), 409, "article-no-draft");
    problem(delete(path), 409, "article-was-published");
    problem(
        move(live, Map.of("editionId", deskRead(path).getString("editionId"))),
        409,
        "article-was-published");
  }

  @Test
  void whatWasPublishedStays() {
    String edition = deskRead(ARTICLES + "/" + live).getString("editionId");
    problem(delete(EDITIONS + "/" + edition), 409, "edition-was-published");
    problem(
        desk().body(article("新")).post(EDITIONS + "/" + edition + "/articles"),
        409,
        "edition-closed");
    problem(
        patch(EDITIONS + "/" + edition, Map.of("followTargetIds", List.of())),
        409,
        "edition-closed");
    JsonPath made = edition(article("一"));
    problem(
        move(made.getString("articles[0].id"), Map.of("editionId", edition)),
        409,
        "edition-closed");
    Map<String, Object> why = Map.of("class", "error");
    ok(desk().body(why).post(ARTICLES + "/" + live + "/withdraw"), 200);
    JsonPath again = ok(patch(ARTICLES + "/" + live, Map.of("title", "改")), 200);
    assertThat(again.getString("draft.title")).isEqualTo("改");
  }

  @Test
  void aScheduledEditionIsFrozen() {
    JsonPath made = edition(article("一"), article("二"));
    String id = made.getString("id");
    String first = made.getString("articles[0].id");
    tables()
        .run(
            "update edition set state = 'scheduled', scheduled_at = now() + interval '1 day', due_at = now() + interval '1 day' where id = '"
                + id
                + "'");
    String path = EDITIONS + "/" + id;
    problem(patch(path, Map.of("followTargetIds", List.of())), 409, "edition-scheduled");
    problem(delete(path), 409, "edition-scheduled");
    problem(desk().body(article("三")).post(path + "/articles"), 409, "edition-scheduled");
    problem(patch(ARTICLES + "/" + first, Map.of("title", "x")), 409, "edition-scheduled");
    problem(delete(ARTICLES + "/" + first), 409, "edition-scheduled");
    String other = edition(article("三")).getString("id");
    problem(move(first, Map.of("editionId", other)), 409, "edition-scheduled");
    assertThat(titles(id)).containsExactly("一", "二");
  }

  @Test
  void articlesMoveAndAnEditionIsNeverEmpty() {
    JsonPath one = edition(article("一"), article("二"), article("三"));
    String id = one.getString("id");
    List<String> ids = one.getList("articles.id", String.class);
    ok(
        patch(
            EDITIONS + "/" + id, Map.of("articleIds", List.of(ids.get(2), ids.get(0), ids.get(1)))),
        200);
    assertThat(titles(id)).containsExactly("三", "一", "二");
    JsonPath wrong =
        problem(
            patch(EDITIONS + "/" + id, Map.of("articleIds", List.of(ids.get(0)))),
            422,
            "invalid-body");
    assertThat(wrong.getList("errors.pointer")).containsExactly("/articleIds");
    String other = edition(article("四")).getString("id");
    String before = etag(EDITIONS + "/" + id) + etag(EDITIONS + "/" + other);
    assertThat(
            ok(move(ids.get(0), Map.of("editionId", other, "position", 1)), 200)
                .getBoolean("editionDeleted"))
        .isFalse();
    assertThat(titles(id)).containsExactly("三", "二");
    assertThat(titles(other)).containsExactly("一", "四");
    assertThat(etag(EDITIONS + "/" + id))
        .isNotEqualTo(before.substring(0, before.indexOf("\"v", 1)));
    ok(move(ids.get(1), Map.of("editionId", id, "position", 1)), 200);
    assertThat(titles(id)).containsExactly("二", "三");
    ok(delete(ARTICLES + "/" + ids.get(1)), 200);
    assertThat(ok(move(ids.get(2), Map.of("editionId", other)), 200).getBoolean("editionDeleted"))
        .isTrue();
    problem(desk().get(EDITIONS + "/" + id), 404, "edition-not-found");
    for (int i = 0; i < 5; i++) {
      ok(desk().body(article("多" + i)).post(EDITIONS + "/" + other + "/articles"), 201);
    }
    problem(
        desk().body(article("九")).post(EDITIONS + "/" + other + "/articles"), 409, "edition-full");
    String foreign = account("别处");
    Map<String, Object> body = Map.of("accountId", foreign, "articles", List.of(article("外")));
    String elsewhere = ok(desk().body(body).post(EDITIONS), 201).getString("id");
    problem(move(ids.get(0), Map.of("editionId", elsewhere)), 409, "other-account");
  }

  @Test
  void editorsFindArticlesByTitleTagAndState() {
    tag("x");
    edition(Map.of("title", "社区食堂开张", "tags", List.of("x")), Map.of("title", "Food 100%_"));
    ok(patch(ARTICLES + "/" + live, Map.of("title", "食堂更正")), 200);
    assertThat(found("?q=食堂")).containsExactlyInAnyOrder("社区食堂开张", "甲");
    assertThat(found("?q=food")).containsExactly("Food 100%_");
    assertThat(found("?q=0%25_")).containsExactly("Food 100%_");
    assertThat(found("?q=甲")).containsExactly("甲");
    assertThat(found("?q=没有")).isEmpty();
    assertThat(found("?tag=x")).containsExactly("社区食堂开张");
    assertThat(found("?tag=x&q=食堂&state=draft&account=" + account)).containsExactly("社区食堂开张");
    assertThat(found("?state=published")).containsExactly("乙", "甲");
    assertThat(found("?state=withdrawn")).isEmpty();
    assertThat(found("")).containsExactly("Food 100%_", "社区食堂开张", "乙", "甲");
    JsonPath page = deskRead(ARTICLES + "?limit=3");
    assertThat(page.getList("items.title")).hasSize(3);
    assertThat(
            deskRead(ARTICLES + "?limit=3&cursor=" + page.getString("next")).getList("items.title"))
        .containsExactly("甲");
    JsonPath one = deskRead(ARTICLES + "?q=更正");
    assertThat(one.getInt("items[0].live.rev")).isEqualTo(1);
    assertThat(one.getList("items[0].draft.fields")).containsExactly("title");
    problem(desk().get(ARTICLES + "?q="), 400, "invalid-parameter");
    String limited = key(Set.of(Scopes.CONTENT_READ), account("别处"));
    assertThat(ok(desk(limited).get(ARTICLES + "?q=食堂"), 200).getList("items")).isEmpty();
  }

  private List<String> found(String query) {
    return deskRead(ARTICLES + query).getList("items.title", String.class);
  }

  @Test
  void aKeyOfAnotherAccountCannotWrite() {
    String other = key(Set.of(Scopes.CONTENT_READ, Scopes.CONTENT_WRITE), account("别处"));
    String path = ARTICLES + "/" + live;
    problem(
        desk(other).header("If-Match", etag(path)).body(Map.of("title", "x")).patch(path),
        403,
        "account-not-allowed");
    Map<String, Object> body = Map.of("accountId", account, "articles", List.of(article("一")));
    problem(desk(other).body(body).post(EDITIONS), 403, "account-not-allowed");
  }
}
