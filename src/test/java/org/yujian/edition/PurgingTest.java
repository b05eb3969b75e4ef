package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yujian.feed.FeedRules;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** An administrator empties withdrawn content: nowhere in the database is its text left. */
@QuarkusTest
class PurgingTest extends EditionLifeTest {
  private static final String SECRET = "不该留下的话";
  private static final String TEXT =
      "扫描二维码关注“豫园社区”\n\n# 甲\n\n" + SECRET + "没有写完\n\n后一半写完了。\n\n# 乙\n\n乙一半没有\n\n乙写完了。\n";

  private Response purge(String article) {
    return desk().post(ARTICLES + article + "/purge");
  }

  private List<String> tablesWith(String text) {
    return tables().texts("select relname from pg_stat_user_tables order by relname").stream()
        .filter(
            table ->
                tables()
                        .number(
                            String.format(
                                Locale.ROOT,
                                "select count(*) from %s t where t::text like '%%%s%%' or t::text"
                                    + " like '%%' || encode(convert_to('%s', 'UTF8'), 'hex') ||"
                                    + " '%%'",
                                table,
                                text,
                                text))
                    > 0)
        .toList();
  }

  @Test
  void nothingIsLeftButHashesAndTimes() {
    JsonPath report = imported(Upload.text(TEXT).publish());
    String article = report.getString("articles[0].articleId");
    String path = ARTICLES + article;
    problem(purge(article), 409, "article-not-withdrawn");
    ok(act(path, "revisions/1/restore", Map.of()), 200);
    String etag = desk().get(path).header("ETag");
    ok(desk().header("If-Match", etag).body("{\"kicker\": \"专题\"}").patch(path), 200);
    ok(act(path, "corrections", Map.of("class", "typo")), 200);
    ok(act(path, "revisions/1/restore", Map.of()), 200);
    withdraw(path);
    assertThat(tablesWith(SECRET))
        .containsExactly("article", "article_draft", "article_revision", "import_job");
    List<List<String>> kept = kept(article);
    long seq = seq();
    String gone = anyone().get("/v1/articles/" + article).asString();
    JsonPath purged = ok(purge(article), 200);
    assertThat(purged.getString("state")).isEqualTo("withdrawn");
    assertThat(purged.getMap("draft")).isNull();
    assertThat(tablesWith(SECRET)).isEmpty();
    assertThat(kept(article)).isEqualTo(kept);
    assertThat(seq()).isEqualTo(seq);
    assertThat(plain(anyone().get("/v1/articles/" + article).asString())).isEqualTo(plain(gone));
    assertThat(deskRead(path + "/revisions").getList("items.purgedAt")).doesNotContainNull();
    assertThat(deskRead(path + "/revisions/1").getString("html")).isEmpty();
    assertThat(audited()).last().asString().endsWith("article.purge");
    ok(purge(article), 200);
  }

  private List<List<String>> kept(String article) {
    return tables()
        .rows(
            "select rev, body_sha256, canonical_sha256, content_sha256, live_at"
                + " from article_revision where article_id = ?::uuid order by rev",
            article);
  }

  private static String plain(String problem) {
    return problem.replaceAll("\"requestId\":\"[^\"]*\"", "");
  }

  @Test
  void whatIsEmptyNeitherGoesLiveNorComesBack() {
    JsonPath report = imported(Upload.text(TEXT).publish());
    String article = report.getString("articles[0].articleId");
    String edition = edition(report);
    withdraw(EDITIONS + edition);
    ok(purge(article), 200);
    problem(act(ARTICLES + article, "republish", Map.of()), 409, "article-purged");
    problem(act(EDITIONS + edition, "republish", Map.of()), 409, "article-purged");
    problem(act(ARTICLES + article, "revisions/1/restore", Map.of()), 409, "article-purged");
    String other = report.getString("articles[1].articleId");
    ok(act(ARTICLES + other, "republish", Map.of()), 200);
    Map<String, Object> undo = Map.of("articleId", other, "paragraph", 1, "offset", 5);
    String undoing = "/v1/desk/imports/" + report.getString("id") + "/joins/undo";
    problem(desk().body(undo).post(undoing), 410, "import-purged");
    assertThat(read("/v1/editions/" + edition).getList("articles.title")).containsExactly("乙");
    FeedRules.check(tables());
    ChangeLogRules.check(tables());
  }

  @Test
  void revisionsStayAsTheyAreForAnybodyElse() {
    String article = article(live("甲"), 0);
    withdraw(ARTICLES + article);
    ok(purge(article), 200);
    String other = article(live("乙"), 0);
    assertThat(
            catchThrowable(
                () ->
                    tables()
                        .run(
                            "update article_revision set html = '' where article_id = '"
                                + other
                                + "'")))
        .hasStackTraceContaining("immutable");
    Response editor =
        desk(key(Set.of("content:publish", "content:write"))).post(ARTICLES + article + "/purge");
    problem(editor, 403, "forbidden");
  }
}
