package org.yujian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.ingest.ImportFixtures.article;
import static org.yujian.ingest.ImportFixtures.document;
import static org.yujian.ingest.ImportFixtures.simple;
import static org.yujian.ingest.ImportFixtures.uncertain;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Scopes;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** Undoing joins: in the report, in the draft, and when the document comes again. */
@QuarkusTest
class JoinUndoTest extends DeskTest {
  private static final String CUT = document(article("甲", "前一半没有写完", "后一半写完了。", "另一段。"));

  private Response undo(JsonPath report, int paragraph, int offset) {
    return undo(adminKey(), report, paragraph, offset);
  }

  private static Response undo(String key, JsonPath report, int paragraph, int offset) {
    Map<String, Object> body =
        Map.of(
            "articleId", report.getString("articles[0].articleId"),
            "paragraph", paragraph,
            "offset", offset);
    return desk(key).body(body).post("/v1/desk/imports/" + report.getString("id") + "/joins/undo");
  }

  private JsonPath deskArticle(JsonPath report) {
    return deskRead("/v1/desk/articles/" + report.getString("articles[0].articleId"));
  }

  @Test
  void theDraftAndTheReportChange() {
    JsonPath report = imported(Upload.text(CUT));
    assertThat(report.getInt("articles[0].joins[0].paragraph")).isEqualTo(1);
    assertThat(report.getInt("articles[0].joins[0].offset")).isEqualTo(7);
    JsonPath undone = ok(undo(report, 1, 7), 200);
    assertThat(undone.getInt("articles[0].paragraphs")).isEqualTo(3);
    assertThat(undone.getList("articles[0].joins")).isEmpty();
    assertThat(undone.getString("articles[0].result")).isEqualTo("created");
    assertThat(undone.getList("findings.code"))
        .contains("account.created")
        .doesNotContain("paragraph.rejoined");
    assertThat(deskArticle(report).getString("draft.html"))
        .isEqualTo("<p>前一半没有写完</p><p>后一半写完了。</p><p>另一段。</p>");
    assertThat(deskArticle(report).getString("draft.canonicalSha256"))
        .isEqualTo(undone.getString("articles[0].canonicalSha256"));
    assertThat(deskRead("/v1/desk/imports/" + report.getString("id")).getMap(""))
        .isEqualTo(undone.getMap(""));
  }

  @Test
  void theEditionsVersionRises() {
    JsonPath report = imported(Upload.text(CUT));
    String edition = "/v1/desk/editions/" + report.getString("articles[0].editionId");
    int version = deskRead(edition).getInt("version");
    ok(undo(report, 1, 7), 200);
    assertThat(deskRead(edition).getInt("version")).isEqualTo(version + 1);
  }

  @Test
  void theDocumentThatComesAgainIsUnchanged() {
    JsonPath report = imported(Upload.text(CUT));
    ok(undo(report, 1, 7), 200);
    JsonPath again = imported(Upload.text(CUT));
    assertThat(again.getString("result")).isEqualTo("unchanged");
    assertThat(again.getList("articles[0].joins")).isEmpty();
  }

  @Test
  void anotherAccountsDocumentIsJoinedAsBefore() {
    JsonPath report = imported(Upload.text(CUT));
    ok(undo(report, 1, 7), 200);
    String other = account("别的账号");
    JsonPath again = imported(Upload.text(CUT).with("account", other));
    assertThat(again.getList("articles[0].joins")).hasSize(1);
  }

  @Test
  void aLiveArticleGetsADraftAndStaysAsItIs() {
    JsonPath report = imported(Upload.text(CUT).publish());
    long rows = count("change");
    JsonPath undone = ok(undo(report, 1, 7), 200);
    assertThat(undone.getString("articles[0].state")).isEqualTo("published");
    String id = report.getString("articles[0].articleId");
    assertThat(read("/v1/articles/" + id).getInt("rev")).isEqualTo(1);
    assertThat(deskArticle(report).getString("draft.html")).startsWith("<p>前一半没有写完</p>");
    assertThat(count("change")).isEqualTo(rows);
    JsonPath again = imported(Upload.text(CUT).publish());
    assertThat(again.getString("result")).isEqualTo("unchanged");
    assertThat(read("/v1/articles/" + id).getInt("rev")).isEqualTo(2);
    assertThat(read("/v1/articles/" + id).getString("html")).startsWith("<p>前一半没有写完</p>");
  }

  @Test
  void withoutTheUncertainJoinTheArticleGoesLive() {
    String text = document(uncertain("甲"), simple("乙"));
    JsonPath report = imported(Upload.text(text).publish());
    int offset = report.getInt("articles[0].joins[0].offset");
    ok(undo(report, 1, offset), 200);
    JsonPath again = imported(Upload.text(text).publish());
    assertThat(again.getString("result")).isEqualTo("unchanged");
    assertThat(again.getList("articles.state")).containsOnly("published");
  }

  @Test
  void whatIsNoJoinIsNotFound() {
    JsonPath report = imported(Upload.text(CUT));
    problem(undo(report, 2, 7), 404, "join-not-found");
    problem(undo(report, 1, 6), 404, "join-not-found");
    problem(undo(report, 0, 7), 422, "invalid-body");
    ok(undo(report, 1, 7), 200);
    problem(undo(report, 1, 7), 404, "join-not-found");
    String other = imported(Upload.text(document(simple("乙")))).getString("articles[0].articleId");
    Map<String, Object> body = Map.of("articleId", other, "paragraph", 1, "offset", 7);
    String path = "/v1/desk/imports/" + report.getString("id") + "/joins/undo";
    problem(desk().body(body).post(path), 404, "join-not-found");
    problem(
        desk().body(body).post("/v1/desk/imports/" + other + "/joins/undo"),
        404,
        "import-not-found");
    assertThat(count("join_undone")).isEqualTo(1);
  }

  @Test
  void aDraftThatChangedSinceIsKept() {
    JsonPath report = imported(Upload.text(CUT));
    imported(Upload.text(document(article("甲", "全新的正文。"))));
    String before = deskArticle(report).getString("draft.html");
    problem(undo(report, 1, 7), 409, "draft-changed");
    assertThat(deskArticle(report).getString("draft.html")).isEqualTo(before);
    assertThat(count("join_undone")).isZero();
  }

  @Test
  void onlyWritersOfTheAccountUndo() {
    JsonPath report = imported(Upload.text(CUT));
    String other = account("别的账号");
    problem(undo(key(Set.of(Scopes.CONTENT_WRITE), other), report, 1, 7), 404, "import-not-found");
    problem(undo(key(Set.of(Scopes.CONTENT_READ)), report, 1, 7), 403, "forbidden");
    String own = key(Set.of(Scopes.CONTENT_WRITE), report.getString("accountId"));
    ok(undo(own, report, 1, 7), 200);
  }
}
