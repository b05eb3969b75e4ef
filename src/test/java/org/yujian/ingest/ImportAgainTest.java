package org.yujian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.ingest.ImportFixtures.article;
import static org.yujian.ingest.ImportFixtures.document;
import static org.yujian.ingest.ImportFixtures.simple;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** What becomes of a document that comes again, the same or another (design section 7, rule 9). */
@QuarkusTest
class ImportAgainTest extends DeskTest {

  private void withdraw(String article) {
    Map<String, Object> body = Map.of("class", "error");
    ok(desk().body(body).post("/v1/desk/articles/" + article + "/withdraw"), 200);
  }

  private static String first(JsonPath report) {
    return report.getString("articles[0].articleId");
  }

  @Test
  void theSameDocumentTwiceIsUnchanged() {
    JsonPath first = imported(Upload.text(document(simple("甲"), simple("乙"))));
    assertThat(first.getString("result")).isEqualTo("created");
    JsonPath again = imported(Upload.text(document(simple("甲"), simple("乙"))));
    assertThat(again.getString("result")).isEqualTo("unchanged");
    assertThat(again.getList("articles.result")).containsExactly("unchanged", "unchanged");
    assertThat(again.getList("articles.articleId")).isEqualTo(first.getList("articles.articleId"));
    assertThat(count("article")).isEqualTo(2);
    assertThat(count("edition")).isEqualTo(1);
    assertThat(count("import_job")).isEqualTo(2);
  }

  @Test
  void anotherSpellingOfTheSameTextIsUnchanged() {
    String text = document(article("甲", "第一段在这里。", "第二段在这里。"));
    JsonPath first = imported(Upload.text(text));
    JsonPath again = imported(Upload.of("其他.md", text.replace("\n", "\r\n")));
    assertThat(again.getString("result")).isEqualTo("unchanged");
    assertThat(first(again)).isEqualTo(first(first));
  }

  @Test
  void twiceTheSameArticleInOneDocumentIsTwoArticles() {
    JsonPath report = imported(Upload.text(document(simple("甲"), simple("甲"))));
    assertThat(report.getList("articles.articleId")).doesNotHaveDuplicates().hasSize(2);
    JsonPath again = imported(Upload.text(document(simple("甲"), simple("甲"))));
    assertThat(again.getString("result")).isEqualTo("unchanged");
    assertThat(again.getList("articles.articleId"))
        .containsExactlyInAnyOrderElementsOf(report.getList("articles.articleId"));
  }

  @Test
  void newAndKnownArticlesAreMixed() {
    imported(Upload.text(document(simple("甲"))));
    JsonPath report =
        imported(Upload.text(document(simple("甲"), article("乙", "新的。"), article("丙", "也新的。"))));
    assertThat(report.getString("result")).isEqualTo("mixed");
    assertThat(report.getList("articles.result"))
        .containsExactly("unchanged", "created", "created");
    assertThat(report.getString("articles[1].editionId"))
        .isEqualTo(report.getString("articles[2].editionId"))
        .isNotEqualTo(report.getString("articles[0].editionId"));
  }

  @Test
  void anArticleNeverPublishedIsUpdatedByItsTitle() {
    JsonPath first = imported(Upload.text(document(simple("甲"), simple("乙"))));
    String edition = first.getString("articles[0].editionId");
    int version = deskRead("/v1/desk/editions/" + edition).getInt("version");
    JsonPath report = imported(Upload.text(document(article(" 甲", "全新的正文，什么也不同。"))));
    assertThat(report.getString("result")).isEqualTo("updated");
    assertThat(first(report)).isEqualTo(first(first));
    assertThat(report.getString("articles[0].editionId")).isEqualTo(edition);
    assertThat(deskRead("/v1/desk/editions/" + edition).getInt("version")).isGreaterThan(version);
    assertThat(deskRead("/v1/desk/articles/" + first(first)).getString("draft.html"))
        .isEqualTo("<p>全新的正文，什么也不同。</p>");
    assertThat(count("article")).isEqualTo(2);
  }

  @Test
  void aPublishedArticleIsNotUpdatedByItsTitleAlone() {
    JsonPath first = imported(Upload.text(document(simple("通知"))).publish());
    JsonPath report = imported(Upload.text(document(article("通知", "这周的通知是另一件事。"))));
    assertThat(report.getString("result")).isEqualTo("created");
    assertThat(first(report)).isNotEqualTo(first(first));
    assertThat(report.getList("findings.code")).contains("article.same-title");
  }

  @Test
  void aPublishedArticleIsUpdatedWhenHalfOfItIsEqual() {
    JsonPath first =
        imported(Upload.text(document(article("甲", "一。", "二。", "三。", "四。"))).publish());
    JsonPath half = imported(Upload.text(document(article("甲", "一。", "二。", "五。", "六。"))));
    assertThat(half.getString("result")).isEqualTo("updated");
    assertThat(first(half)).isEqualTo(first(first));
    assertThat(half.getString("articles[0].state")).isEqualTo("published");
    assertThat(half.getList("findings.code")).doesNotContain("article.same-title");
    JsonPath less = imported(Upload.text(document(article("甲", "一。", "七。", "八。", "九。"))));
    assertThat(less.getString("result")).isEqualTo("created");
  }

  @Test
  void aPublishedArticleIsUpdatedWhenOnlyItsLinesAreOthers() {
    String once = document(article("甲", "第一段在这里。第二段在这里。第三段在这里。"));
    JsonPath first = imported(Upload.text(once).publish());
    String again = document(article("甲", "第一段在这里。", "第二段在这里。", "第三段在这里。"));
    JsonPath report = imported(Upload.text(again));
    assertThat(report.getString("result")).isEqualTo("updated");
    assertThat(first(report)).isEqualTo(first(first));
    assertThat(report.getList("findings.code")).doesNotContain("article.same-title");
    assertThat(report.getInt("rules")).isEqualTo(2);
    assertThat(count("article")).isEqualTo(1);
  }

  @Test
  void updatesNamesThePublishedArticleWhateverItsText() {
    String id = first(imported(Upload.text(document(simple("甲"))).publish()));
    JsonPath report = imported(Upload.text(document(article("别的标题", "别的正文。"))).with("updates", id));
    assertThat(report.getString("result")).isEqualTo("updated");
    assertThat(first(report)).isEqualTo(id);
    assertThat(read("/v1/articles/" + id).getString("title")).isEqualTo("甲");
    assertThat(deskRead("/v1/desk/articles/" + id).getString("draft.title")).isEqualTo("别的标题");
  }

  @Test
  void ofSeveralArticlesUpdatesMeansTheOneOfTheSameTitle() {
    JsonPath first = imported(Upload.text(document(simple("甲"), simple("乙"))).publish());
    JsonPath report =
        imported(
            Upload.text(document(article("乙", "别的乙。"), article("甲", "别的甲。")))
                .with("updates", first(first)));
    assertThat(report.getList("articles.result")).containsExactly("created", "updated");
    assertThat(report.getString("articles[1].articleId")).isEqualTo(first(first));
  }

  @Test
  void oneArticleIsUpdatedByOneArticleOfTheDocumentAtMost() {
    String id = first(imported(Upload.text(document(simple("甲"))).publish()));
    JsonPath report =
        imported(
            Upload.text(document(article("甲", "别的甲。"), article("甲", "又一个甲。"))).with("updates", id));
    assertThat(report.getList("articles.result")).containsExactly("updated", "created");
    assertThat(report.getList("articles.articleId")).doesNotHaveDuplicates();
  }

  @Test
  void updatesThatFitNothingLeaveNothing() {
    JsonPath first = imported(Upload.text(document(simple("甲"), simple("乙"))).publish());
    String before = everyCount();
    String other = document(simple("丙"), simple("丁"));
    problem(upload(Upload.text(other).with("updates", first(first))), 422, "updates-mismatch");
    String nobody = "01900000-0000-7000-8000-000000000000";
    problem(upload(Upload.text(other).with("updates", nobody)), 422, "updates-mismatch");
    problem(upload(Upload.text(other).with("updates", "甲")), 400, "invalid-parameter");
    assertThat(everyCount()).isEqualTo(before);
  }

  @Test
  void anArticleOfAnotherAccountIsNeverMatched() {
    String other = account("别的账号");
    String id = first(imported(Upload.text(simple("甲")).with("account", other).publish()));
    JsonPath report = imported(Upload.text(document(simple("甲"))));
    assertThat(report.getString("result")).isEqualTo("created");
    problem(
        upload(Upload.text(document(simple("乙"))).with("updates", id)), 422, "updates-mismatch");
  }

  @Test
  void whatWasCorrectedSinceStaysCorrected() {
    String old = document(article("甲", "一。", "二。"));
    String id = first(imported(Upload.text(old).publish()));
    imported(Upload.text(document(article("甲", "一。", "三。"))).publish());
    JsonPath report = imported(Upload.text(old).publish());
    assertThat(report.getString("result")).isEqualTo("unchanged");
    assertThat(first(report)).isEqualTo(id);
    assertThat(report.getList("findings.code")).contains("article.corrected-since");
    assertThat(read("/v1/articles/" + id).getString("html")).isEqualTo("<p>一。</p><p>三。</p>");
    assertThat(read("/v1/articles/" + id).getInt("rev")).isEqualTo(2);
  }

  @Test
  void whatWasWithdrawnSinceStaysWithdrawn() {
    String text = document(simple("甲"), simple("乙"));
    JsonPath first = imported(Upload.text(text).publish());
    withdraw(first(first));
    JsonPath report = imported(Upload.text(text).publish());
    assertThat(report.getString("result")).isEqualTo("unchanged");
    assertThat(report.getList("articles.state")).isEqualTo(List.of("withdrawn", "published"));
    assertThat(report.getList("findings.code")).containsOnlyOnce("article.withdrawn-since");
    problem(anyone().get("/v1/articles/" + first(first)), 410, "article-withdrawn");
  }

  @Test
  void aNewTextUnderAWithdrawnTitleIsANewArticle() {
    String id = first(imported(Upload.text(document(article("甲", "一。", "二。"))).publish()));
    withdraw(id);
    JsonPath report = imported(Upload.text(document(article("甲", "一。", "三。"))).publish());
    assertThat(report.getString("result")).isEqualTo("created");
    assertThat(first(report)).isNotEqualTo(id);
    assertThat(report.getString("articles[0].state")).isEqualTo("published");
  }
}
