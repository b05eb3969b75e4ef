package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.yujian.feed.FeedRules;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/**
 * After a purge no column of any table holds a word of the article, whatever tables there are: each
 * text of it holds one mark, and every column is searched for that.
 */
@QuarkusTest
class PurgedWordsTest extends EditionLifeTest {
  private static final String MARK = "qzxvk";
  private static final String HEX =
      String.format(Locale.ROOT, "%x", new BigInteger(1, MARK.getBytes(StandardCharsets.UTF_8)));

  private static final String TEXT =
      """
      扫描二维码关注“豫园社区”

      # 甲 qzxvk 题

      ## 副题 qzxvk

      5月3日，qzxvk 的话没有

      写完，这里写完了。（办公室qzxvk）

      # 乙

      乙的正文。
      """;

  private static final Map<String, Object> REWRITTEN =
      Map.of(
          "kicker",
          "专题 qzxvk",
          "digest",
          "摘要 qzxvk",
          "author",
          "qzxvk",
          "provenance",
          Map.of(
              "source", "报 qzxvk",
              "title", "原题 qzxvk",
              "author", "作者 qzxvk",
              "url", "https://example.org/qzxvk"),
          "html",
          "<p>改过 <a href=\"https://example.org/qzxvk\">qzxvk</a>。</p><figure>"
              + "<img src=\"https://example.org/qzxvk.png\" alt=\"图 qzxvk\">"
              + "<figcaption>图为 qzxvk</figcaption></figure>");

  private static final Map<String, String> CORRECTED =
      Map.of("class", "fact", "note", "原文 qzxvk 有误");

  /** The ETags that were sent with each key. */
  private final Map<String, String> seen = new HashMap<>();

  private String article;
  private String path;

  /** {@code table.column} of all that hold the mark; bytes are looked into by their hex. */
  private List<String> places() {
    return tables()
        .rows(
            """
            select c.table_name, c.column_name from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
            order by 1, 2
            """)
        .stream()
        .filter(
            column ->
                tables()
                        .number(
                            String.format(
                                Locale.ROOT,
                                "select count(*) from \"%s\" where \"%s\"::text ilike"
                                    + " any(array['%%%s%%', '\\\\x%%%s%%'])",
                                column.get(0),
                                column.get(1),
                                MARK,
                                HEX))
                    > 0)
        .map(column -> column.get(0) + "." + column.get(1))
        .toList();
  }

  private RequestSpecification once(String key) {
    return desk().header("Idempotency-Key", key);
  }

  private Response post(String key, String action, Map<String, ?> body) {
    return once(key)
        .header("If-Match", seen.computeIfAbsent(key, first -> etag(path)))
        .body(body)
        .post(path + "/" + action);
  }

  private void written() {
    JsonPath report = ok(upload(once("import"), document()), 201);
    article = report.getString("articles[0].articleId");
    path = ARTICLES + article;
    undo(report);
    ok(desk().header("If-Match", etag(path)).body(REWRITTEN).patch(path), 200);
    ok(post("correct", "corrections", CORRECTED), 200);
    ok(post("restore", "revisions/1/restore", Map.of()), 200);
    Map<String, String> title = Map.of("title", "未发的题 qzxvk");
    ok(desk().header("If-Match", etag(path)).body(title).patch(path), 200);
    reviewed(report);
  }

  private void reviewed(JsonPath report) {
    String account = "/v1/desk/accounts/" + report.getString("accountId");
    setReview(account, Map.of("stages", List.of(Map.of("name", "初审"))));
    Map<String, String> back = Map.of("stage", "初审", "verdict", "return", "note", "删去 qzxvk");
    ok(post("review", "reviews", back), 200);
    Map<String, String> text = Map.of("articleId", article, "text", "qzxvk 是谁");
    String edition = EDITIONS + report.getString("articles[0].editionId");
    ok(once("comment").body(text).post(edition + "/comments"), 200);
    setReview(account, null);
  }

  private void setReview(String account, Object review) {
    Map<String, Object> patch = new HashMap<>();
    patch.put("review", review);
    ok(desk().header("If-Match", etag(account)).body(patch).patch(account), 200);
  }

  private static Upload document() {
    return Upload.of("qzxvk.txt", TEXT).publish();
  }

  private void undo(JsonPath report) {
    Map<String, Object> join =
        Map.of(
            "articleId", article,
            "paragraph", report.getInt("articles[0].joins[0].paragraph"),
            "offset", report.getInt("articles[0].joins[0].offset"));
    ok(desk().body(join).post("/v1/desk/imports/" + report.getString("id") + "/joins/undo"), 200);
  }

  private void search() {
    deskRead("/v1/desk/search?q=" + MARK);
    read("/v1/search?q=" + MARK);
  }

  /** What nodes of the release before write while both run. */
  private void searchedByTheReleaseBefore() {
    tables()
        .run(
            """
            insert into article_search
              select id, account_id, feed_order, 1, title, '', title, '{1}', '{1}' from article
              where state = 'published';
            update desk_search set fold_version = 1, all_f = 'qzxvk', g = '{1}'
            """);
  }

  @Test
  void noColumnOfAnyTableHoldsAWord() {
    written();
    search();
    searchedByTheReleaseBefore();
    assertThat(places())
        .contains("article.title", "article.author", "article_search.all_f", "suggestion.text")
        .contains("article_draft.title", "desk_search.all_f", "import_job.document")
        .contains("import_job.report", "import_job.file_name", "article_revision.html")
        .contains("article_revision.provenance", "article_revision.correction_note")
        .contains("review_comment.text", "review_signature.note");
    withdraw(path);
    search();
    List<String> gone = publicAnswers();
    List<List<String>> kept = kept();
    long seq = seq();
    JsonPath purged = ok(desk().post(path + "/purge"), 200);
    assertThat(purged.getString("title")).isNull();
    assertThat(places()).isEmpty();
    // Nor its characters, which the index keeps as numbers.
    assertThat(count("desk_search where cardinality(g) > 0 or cardinality(title_g) > 0")).isZero();
    assertThat(count("article_search")).isEqualTo(1);
    search();
    assertThat(places()).isEmpty();
    assertThat(kept()).isEqualTo(kept);
    assertThat(seq()).isEqualTo(seq);
    assertThat(publicAnswers()).isEqualTo(gone);
    assertThat(publicAnswers().get(0)).contains("\"class\":\"error\"", article);
  }

  /** What identifies the revisions. */
  private List<List<String>> kept() {
    return tables()
        .rows(
            "select rev, body_sha256, canonical_sha256, content_sha256, correction_class, live_at"
                + " from article_revision where article_id = ?::uuid order by rev",
            article);
  }

  private List<String> publicAnswers() {
    UnaryOperator<String> read = of -> anyone().get(of).asString();
    return List.of("/v1/articles/" + article, "/v1/articles/" + article + "?v=2").stream()
        .map(read)
        .map(problem -> problem.replaceAll("\"requestId\":\"[^\"]*\"", ""))
        .toList();
  }

  @Test
  void theDeskReadsWhatIsLeft() {
    written();
    withdraw(path);
    ok(desk().post(path + "/purge"), 200);
    JsonPath revision = deskRead(path + "/revisions/2");
    assertThat(revision.getString("title")).isEmpty();
    assertThat(revision.getString("purgedAt")).isNotNull();
    assertThat(revision.getString("correction.class")).isEqualTo("fact");
    assertThat(revision.getString("correction.note")).isNull();
    deskRead(path + "/revisions/2/diff");
    assertThat(deskRead("/v1/desk/articles?state=withdrawn").getList("items.id"))
        .containsExactly(article);
    String job = deskRead("/v1/desk/imports").getString("items[0].id");
    JsonPath report = deskRead("/v1/desk/imports/" + job);
    assertThat(report.getString("file.name")).isEmpty();
    assertThat(report.getString("articles[0].articleId")).isEqualTo(article);
    assertThat(report.getString("articles[0].title")).isNull();
    assertThat(report.getString("articles[1].title")).isEqualTo("乙");
    assertThat(report.getList("findings.article")).contains(2).doesNotContain(1);
    // A new draft may be written, and it owes the old original nothing.
    Map<String, Object> anew = Map.of("title", "新的题", "html", "<p>新的话。</p>");
    ok(desk().header("If-Match", etag(path)).body(anew).patch(path), 200);
    ok(act(path, "republish", Map.of()), 200);
    assertThat(read("/v1/articles/" + article).getString("title")).isEqualTo("新的题");
    FeedRules.check(tables());
    ChangeLogRules.check(tables());
  }

  @Test
  void noStoredAnswerGivesItBack() {
    written();
    ok(once("tag").body(Map.of("name", "通知")).post("/v1/desk/tags"), 201);
    withdraw(path);
    ok(desk().post(path + "/purge"), 200);
    String purged = "idempotency-answer-purged";
    problem(upload(once("import"), document()), 410, purged);
    problem(post("correct", "corrections", CORRECTED), 410, purged);
    problem(post("restore", "revisions/1/restore", Map.of()), 410, purged);
    assertThat(tables().number("select count(*) from idempotency where body is not null"))
        .isEqualTo(1);
    Response tag = once("tag").body(Map.of("name", "通知")).post("/v1/desk/tags");
    assertThat(tag.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(count("article")).isEqualTo(2);
  }

  /** The same words came before, for a draft that was thrown away. */
  @Test
  void earlierDocumentsOfTheSameWordsGoToo() {
    String first = edition(imported(Upload.of("qzxvk.txt", TEXT)));
    ok(desk().header("If-Match", etag(EDITIONS + first)).delete(EDITIONS + first), 204);
    article = imported(document()).getString("articles[0].articleId");
    path = ARTICLES + article;
    withdraw(path);
    ok(desk().post(path + "/purge"), 200);
    assertThat(places()).isEmpty();
  }
}
