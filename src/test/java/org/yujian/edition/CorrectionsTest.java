package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yujian.feed.FeedRules;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** Corrections of live articles, revisions at the desk, and where reprints come from. */
@QuarkusTest
class CorrectionsTest extends EditionLifeTest {

  /** A live article with a draft whose body is another one; gives the article's id. */
  private String drafted() {
    String article = article(live("甲", "乙"), 0);
    edit(article, "甲", "改过的正文。");
    return article;
  }

  private void edit(String article, String title, String body) {
    String text = "扫描二维码关注“豫园社区”\n\n# " + title + "\n\n" + body + "\n";
    imported(Upload.text(text).with("updates", article));
  }

  @Test
  void aCorrectionIsShownAndChangesNoPlace() {
    String article = drafted();
    JsonPath before = read("/v1/articles/" + article);
    String edition = before.getString("editionId");
    long seq = seq();
    Map<String, String> why = Map.of("class", "fact", "note", "数字有误");
    JsonPath desk = ok(act(ARTICLES + article, "corrections", why), 200);
    assertThat(desk.getMap("draft")).isNull();
    JsonPath live = read("/v1/articles/" + article + "?body=text");
    assertThat(live.getString("text")).isEqualTo("改过的正文。");
    assertThat(live.getList("flags")).containsExactly("corrected");
    assertThat(live.getList("corrections.class")).containsExactly("fact");
    assertThat(live.getList("corrections.note")).containsExactly("数字有误");
    assertThat(live.getList("corrections.rev")).containsExactly(2);
    assertThat(live.getString("corrections[0].at")).isEqualTo(live.getString("updatedAt"));
    assertThat(live.getString("publishedAt")).isEqualTo(before.getString("publishedAt"));
    assertThat(live.getInt("position")).isEqualTo(before.getInt("position"));
    assertThat(live.getInt("rev")).isEqualTo(2);
    assertThat(since(seq))
        .containsExactlyInAnyOrder("article 2 {content} {}", "edition 2 {articles} {}");
    assertThat(deskRead(EDITIONS + edition).getList("articles.live.rev")).containsExactly(2, 1);
    assertThat(audited()).anyMatch(row -> row.endsWith("article.correct"));
    FeedRules.check(tables());
    ChangeLogRules.check(tables());
  }

  @ParameterizedTest
  @CsvSource({
    "甲, typo, , 200, ",
    "甲, update, , 200, ",
    "甲, fact, , correction-note-required, /note",
    "甲, fact, '  ', correction-note-required, /note",
    "甲, fact, 说明, 200, ",
    "新甲, title, , correction-note-required, /note",
    "新甲, title, 说明, 200, ",
    "新甲, typo, 说明, correction-class-mismatch, /class",
    "甲, title, 说明, correction-class-mismatch, /class",
    "甲, wrong, 说明, invalid-body, /class",
    "甲, , 说明, invalid-body, /class",
  })
  void whatACorrectionMustSay(
      String title, String reason, String note, String result, String pointer) {
    String article = article(live("甲"), 0);
    edit(article, title, "改过的正文。");
    Map<String, String> request = new HashMap<>();
    request.put("class", reason);
    request.put("note", note);
    Response answer = act(ARTICLES + article, "corrections", request);
    if (result.equals("200")) {
      ok(answer, 200);
      assertThat(read("/v1/articles/" + article).getString("title")).isEqualTo(title);
    } else {
      JsonPath problem = problem(answer, 422, result);
      assertThat(problem.getList("errors.pointer")).containsExactly(pointer);
      assertThat(read("/v1/articles/" + article).getInt("rev")).isEqualTo(1);
    }
  }

  @Test
  void onlyWhatIsLiveAndHasADraftIsCorrected() {
    String edition = live("甲", "乙");
    Map<String, String> why = Map.of("class", "typo");
    problem(act(ARTICLES + article(edition, 0), "corrections", why), 409, "article-no-draft");
    problem(
        act(ARTICLES + article(draft("丙"), 0), "corrections", why), 409, "article-not-published");
    String seen = etag(ARTICLES + article(edition, 0));
    edit(article(edition, 0), "甲", "改过的。");
    problem(
        act(ARTICLES + article(edition, 0), "corrections", why, seen), 412, "precondition-failed");
    problem(
        desk().body(why).post(ARTICLES + article(edition, 0) + "/corrections"),
        428,
        "precondition-required");
    withdraw(ARTICLES + article(edition, 0));
    problem(act(ARTICLES + article(edition, 0), "corrections", why), 410, "article-withdrawn");
  }

  /** The document that is live comes again, and somebody left a draft that is equal to it. */
  @Test
  void anImportCorrectsNothingByADraftThatIsEqual() {
    Upload document = document("豫园社区", "甲").publish();
    JsonPath report = imported(document);
    String article = report.getString("articles[0].articleId");
    ok(act(ARTICLES + article, "revisions/1/restore", Map.of()), 200);
    long seq = seq();
    imported(document);
    assertThat(since(seq)).isEmpty();
    assertThat(read("/v1/articles/" + article).getInt("rev")).isEqualTo(1);
    ok(patched(article, Map.of("kicker", "专题")), 200);
    imported(document);
    assertThat(read("/v1/articles/" + article).getString("kicker")).isEqualTo("专题");
  }

  /** Readers would be told of a correction and find none. */
  @Test
  void whatChangesNothingIsNoCorrection() {
    String article = drafted();
    Map<String, String> why = Map.of("class", "typo");
    ok(act(ARTICLES + article, "revisions/1/restore", Map.of()), 200);
    assertThat(fields(article)).isEmpty();
    long seq = seq();
    problem(act(ARTICLES + article, "corrections", why), 409, "correction-empty");
    assertThat(read("/v1/articles/" + article).getInt("rev")).isEqualTo(1);
    assertThat(since(seq)).isEmpty();
    Map<String, Object> patch = new HashMap<>();
    patch.put("digest", "摘要");
    ok(patched(article, patch), 200);
    assertThat(fields(article)).containsExactly("digest");
    ok(act(ARTICLES + article, "corrections", why), 200);
    patch.put("digest", null);
    ok(patched(article, patch), 200);
    assertThat(fields(article)).containsExactly("digest");
    ok(act(ARTICLES + article, "corrections", why), 200);
    assertThat(read("/v1/articles/" + article).getInt("rev")).isEqualTo(3);
  }

  private List<String> fields(String article) {
    return deskRead(ARTICLES + article).getList("draft.fields");
  }

  @Test
  void revisionsAreReadComparedAndRestored() {
    String article = drafted();
    String path = ARTICLES + article;
    ok(patched(article, Map.of("kicker", "专题")), 200);
    ok(act(path, "corrections", Map.of("class", "typo")), 200);
    JsonPath list = deskRead(path + "/revisions");
    assertThat(list.getList("items.rev")).containsExactly(2, 1);
    assertThat(list.getString("items[0].correction.class")).isEqualTo("typo");
    assertThat(list.getString("items[1].correction")).isNull();
    assertThat(list.getString("items[0].blocks")).isNull();
    JsonPath first = deskRead(path + "/revisions/1");
    assertThat(list.getList("items.kicker")).containsExactly("专题", null);
    assertThat(first.getString("kicker")).isNull();
    assertThat(deskRead(path + "/revisions/2").getString("kicker")).isEqualTo("专题");
    assertThat(first.getString("html")).isEqualTo("<p>甲的正文。</p>");
    JsonPath diff = deskRead(path + "/revisions/2/diff");
    assertThat(diff.getInt("with")).isEqualTo(1);
    assertThat(diff.getList("blocks.op")).containsExactly("changed");
    assertThat(diff.getString("blocks[0].before.text")).isEqualTo("甲的正文。");
    assertThat(diff.getString("blocks[0].after.text")).isEqualTo("改过的正文。");
    assertThat(diff.getList("fields.field")).containsExactly("kicker", "digest");
    assertThat(deskRead(path + "/revisions/1/diff?with=1").getList("blocks.op"))
        .containsExactly("same");
    long rows = count("change");
    JsonPath restored = ok(act(path, "revisions/1/restore", Map.of()), 200);
    assertThat(restored.getString("draft.html")).isEqualTo("<p>甲的正文。</p>");
    assertThat(read("/v1/articles/" + article).getInt("rev")).isEqualTo(2);
    assertThat(count("change")).isEqualTo(rows);
    ok(act(path, "corrections", Map.of("class", "update")), 200);
    assertThat(read("/v1/articles/" + article + "?body=text").getString("text")).isEqualTo("甲的正文。");
    assertThat(deskRead(path + "/revisions?limit=1").getList("items.rev")).containsExactly(3);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    String article = drafted();
    String path = ARTICLES + article + "/revisions/";
    for (String wrong : List.of("0", "2", "-1", "1/diff", "1/diff?with=7", "2147483647")) {
      problem(desk().get(path + wrong), 404, "revision-not-found");
    }
    problem(desk().get(path + "x"), 404, "not-found");
    problem(desk().get(path + "1/diff?with=x"), 400, "invalid-parameter");
    problem(act(ARTICLES + article, "revisions/7/restore", Map.of()), 404, "revision-not-found");
    problem(desk().post(path + "1/restore"), 428, "precondition-required");
    String seen = etag(ARTICLES + article);
    edit(article, "甲", "又改了。");
    problem(
        act(ARTICLES + article, "revisions/1/restore", Map.of(), seen), 412, "precondition-failed");
    assertThat(deskRead(ARTICLES + article).getString("draft.html")).isEqualTo("<p>又改了。</p>");
    assertThat(deskRead(ARTICLES + article(draft("新"), 0) + "/revisions").getList("items"))
        .isEmpty();
  }

  private Response provenance(String article, Map<String, String> provenance) {
    Map<String, Object> patch = new HashMap<>();
    patch.put("provenance", provenance);
    return patched(article, patch);
  }

  @Test
  void aReprintSaysWhereItComesFrom() {
    String edition = draft("甲");
    String article = article(edition, 0);
    Map<String, String> original =
        Map.of("source", "人民日报", "title", "原题", "author", "张三", "url", "https://example.org/a");
    ok(provenance(article, original), 200);
    problem(provenance(article, Map.of("url", "javascript:alert(1)")), 422, "invalid-body");
    publish(edition);
    JsonPath live = read("/v1/articles/" + article);
    assertThat(live.getList("flags")).containsExactly("reprint");
    assertThat(live.getMap("provenance")).isEqualTo(original);
    ok(provenance(article, Map.of("source", "人民日报", "title", "别的题")), 200);
    Map<String, String> why = Map.of("class", "typo");
    JsonPath fixed =
        problem(act(ARTICLES + article, "corrections", why), 422, "original-title-fixed");
    assertThat(fixed.getList("errors.pointer")).containsExactly("/provenance/title");
    ok(provenance(article, null), 200);
    problem(act(ARTICLES + article, "corrections", why), 422, "original-title-fixed");
    ok(provenance(article, Map.of("source", "新华社", "title", "原题")), 200);
    assertThat(deskRead(ARTICLES + article + "/diff").getList("fields.field"))
        .containsExactly("provenance.source", "provenance.author", "provenance.url");
    assertThat(fields(article)).containsExactly("provenance");
    assertThat(
            deskRead(ARTICLES.substring(0, ARTICLES.length() - 1)).getList("items[0].draft.fields"))
        .containsExactly("provenance");
    ok(act(ARTICLES + article, "corrections", why), 200);
    JsonPath corrected = read("/v1/articles/" + article);
    assertThat(corrected.getList("flags")).containsExactly("corrected", "reprint");
    assertThat(corrected.getString("provenance.source")).isEqualTo("新华社");
    ok(act(ARTICLES + article, "revisions/1/restore", Map.of()), 200);
    assertThat(deskRead(ARTICLES + article).getString("draft.provenance.source")).isEqualTo("新华社");
    ok(provenance(article, Map.of("source", "解放日报", "title", "原题")), 200);
    ok(act(ARTICLES + article, "revisions/1/restore", Map.of()), 200);
    assertThat(deskRead(ARTICLES + article).getString("draft.provenance.source"))
        .as("a provenance that was not published yet")
        .isEqualTo("解放日报");
  }
}
