package org.yujian.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Scopes;
import org.yujian.edition.DraftTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.PublicBytes;

/** An editor's work on drafts over HTTP: invisible to the public, and nobody loses anything. */
@QuarkusTest
class DraftResourceTest extends DraftTest {

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
    request.put("articles", nine(article("一")));
    problem(desk().body(request).post(EDITIONS), 422, "invalid-body");
  }

  @Test
  void aTablesCellsAreWhatTheyAreSaidToBe() {
    JsonPath made = edition(cells(Map.of("row", 0, "cell", 0, "header", true, "colspan", 2)));
    String article = made.getString("articles[0].id");
    JsonPath read = deskRead("/v1/desk/articles/" + article);
    assertThat(read.getString("draft.html"))
        .isEqualTo(
            "<table><tbody><tr><th colspan=\"2\">头</th></tr><tr><td>甲</td><td>乙</td></tr></tbody></table>");
    assertThat(read.<Map<String, Object>>getList("draft.blocks[0].cells"))
        .containsExactly(Map.of("row", 0, "cell", 0, "header", true, "colspan", 2));
    Map<String, Object> second = Map.of("row", 1, "cell", 1, "rowspan", 101);
    assertThat(refused(second, Map.of("row", 2, "rowspan", 2))).containsExactly("/rowspan", "/row");
    assertThat(refused(Map.of("row", 0, "cell", 1, "header", true))).containsExactly("/cell");
    assertThat(refused(Map.of("header", true))).containsExactly("/row");
    Map<String, Object> head = Map.of("row", 0, "cell", 0, "header", true);
    assertThat(refused(head, head)).containsExactly("");
  }

  private static Object cells(Object... cells) {
    List<Object> rows = List.of(List.of("头"), List.of("甲", "乙"));
    return Map.of(
        "title",
        "题",
        "blocks",
        List.of(Map.of("type", "table", "rows", rows, "cells", List.of(cells))));
  }

  /** Where in the cells. */
  private List<String> refused(Object... cells) {
    Map<String, Object> request = Map.of("accountId", account, "articles", List.of(cells(cells)));
    return problem(desk().body(request).post(EDITIONS), 422, "invalid-body")
        .<String>getList("errors.pointer")
        .stream()
        .map(pointer -> pointer.replaceFirst("^/articles/0/blocks/0/cells/\\d", ""))
        .toList();
  }

  private static List<Object> nine(Object article) {
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
    problem(desk().get(path + "/diff"), 404, "draft-not-found");
    problem(delete(path), 409, "article-was-published");
    problem(
        move(live, Map.of("editionId", deskRead(path).getString("editionId"))),
        409,
        "article-was-published");
  }

  @Test
  void aKeyOfAnotherAccountCannotWrite() {
    String other = key(Set.of(Scopes.CONTENT_READ, Scopes.CONTENT_WRITE), account("别处"));
    String path = ARTICLES + "/" + live;
    problem(
        desk(other).header("If-Match", etag(path)).body(Map.of("title", "x")).patch(path),
        404,
        "article-not-found");
    Map<String, Object> body = Map.of("accountId", account, "articles", List.of(article("一")));
    problem(desk(other).body(body).post(EDITIONS), 404, "account-not-found");
  }
}
