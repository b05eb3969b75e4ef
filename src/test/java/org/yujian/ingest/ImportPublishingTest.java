package org.yujian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.ingest.ImportFixtures.article;
import static org.yujian.ingest.ImportFixtures.document;
import static org.yujian.ingest.ImportFixtures.longText;
import static org.yujian.ingest.ImportFixtures.simple;
import static org.yujian.ingest.ImportFixtures.uncertain;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** {@code publish=true}: what goes live and what stays a draft (design section 7, rule 8). */
@QuarkusTest
class ImportPublishingTest extends DeskTest {

  private static List<String> titles(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "第" + i + "篇").toList();
  }

  private static String documentOf(int count) {
    return document(titles(count).stream().map(ImportFixtures::simple).toArray(String[]::new));
  }

  private List<String> feed() {
    return read("/v1/articles?limit=100").getList("items.title");
  }

  @Test
  void withoutPublishNothingIsPublic() {
    JsonPath report = imported(Upload.text(document(simple("甲"))));
    assertThat(report.getString("articles[0].state")).isEqualTo("draft");
    assertThat(feed()).isEmpty();
    assertThat(read("/v1/accounts").getList("items")).isEmpty();
    assertThat(read("/v1/follow-targets").getList("items")).isEmpty();
    assertThat(count("change")).isZero();
    String id = report.getString("articles[0].articleId");
    problem(anyone().get("/v1/articles/" + id), 404, "article-not-found");
    String edition = report.getString("articles[0].editionId");
    problem(anyone().get("/v1/editions/" + edition), 404, "edition-not-found");
  }

  @Test
  void publishedTheAccountIsOpenAndItsTargetHasACode() {
    JsonPath report = imported(Upload.text(document(simple("甲"))).publish());
    assertThat(report.getString("articles[0].state")).isEqualTo("published");
    assertThat(feed()).containsExactly("甲");
    assertThat(read("/v1/accounts").getList("items.handle")).containsExactly("yu-yuan-she-qu");
    JsonPath edition = read("/v1/editions/" + report.getString("articles[0].editionId"));
    assertThat(edition.getList("followTargets.name")).containsExactly("豫园社区");
    assertThat(edition.getString("followTargets[0].qr.svg")).isNotNull();
    assertThat(edition.getString("followTargets[0].status")).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 16, 17, 20})
  void moreThanEightFillEditionsAndTheFeedShowsTheDocumentsOrder(int count) {
    JsonPath report = imported(Upload.text(documentOf(count)).publish());
    assertThat(feed()).isEqualTo(titles(count));
    assertThat(report.getList("articles.state")).containsOnly("published");
    assertThat(count("edition")).isEqualTo((count + 7) / 8);
    assertThat(
            tables()
                .texts(
                    "select count(*) from article group by edition_id order by min(feed_order) desc"))
        .startsWith("8")
        .last()
        .isEqualTo(Integer.toString((count - 1) % 8 + 1));
  }

  @Test
  void unchangedDraftsArePublishedToo() {
    JsonPath first = imported(Upload.text(documentOf(10)));
    JsonPath again = imported(Upload.text(documentOf(10)).publish());
    assertThat(again.getString("result")).isEqualTo("unchanged");
    assertThat(again.getList("articles.state")).containsOnly("published");
    assertThat(again.getList("articles.editionId")).isEqualTo(first.getList("articles.editionId"));
    assertThat(feed()).isEqualTo(titles(10));
  }

  @Test
  void whatTheDocumentDoesNotNameStaysADraft() {
    JsonPath first = imported(Upload.text(document(simple("甲"), simple("乙"), simple("丙"))));
    JsonPath report = imported(Upload.text(document(simple("乙"))).publish());
    assertThat(feed()).containsExactly("乙");
    String stays = first.getString("articles[0].articleId");
    JsonPath draft = deskRead("/v1/desk/articles/" + stays);
    assertThat(draft.getString("state")).isEqualTo("draft");
    assertThat(draft.getString("editionId"))
        .isNotEqualTo(report.getString("articles[0].editionId"));
    assertThat(
            deskRead("/v1/desk/editions/" + draft.getString("editionId")).getList("articles.title"))
        .containsExactly("甲", "丙");
  }

  @Test
  void anUncertainJoinKeepsItsArticleOnly() {
    String text = document(simple("甲"), uncertain("乙"), simple("丙"));
    JsonPath report = imported(Upload.text(text).publish());
    assertThat(report.getList("articles.state")).containsExactly("published", "draft", "published");
    assertThat(report.getList("articles[1].joins.uncertain")).containsExactly(true);
    assertThat(report.getList("findings.findAll { it.code == 'publish.kept' }.article"))
        .containsExactly(2);
    assertThat(feed()).containsExactly("甲", "丙");
    assertThat(report.getString("articles[1].editionId"))
        .isNotEqualTo(report.getString("articles[0].editionId"));
    JsonPath forced = imported(Upload.text(text).publish().with("force", true));
    assertThat(forced.getString("result")).isEqualTo("unchanged");
    assertThat(forced.getList("articles.state")).containsOnly("published");
    assertThat(forced.getList("findings.code")).doesNotContain("publish.kept");
    assertThat(feed()).containsExactly("乙", "甲", "丙");
  }

  @Test
  void forceNeverOverridesAnError() {
    String text = document(simple("甲"), article("长".repeat(65), "正文。"), simple("丙"));
    JsonPath report = imported(Upload.text(text).publish().with("force", true));
    assertThat(report.getList("articles.state")).containsExactly("published", "draft", "published");
    assertThat(report.getList("findings.code")).contains("title.too-long", "publish.kept");
    assertThat(feed()).containsExactly("甲", "丙");
  }

  @Test
  void aTooLongBodyIsKeptAndCannotBePublished() {
    String text = document(article("甲", longText(200_001)), article("乙", longText(200_000)));
    JsonPath report = imported(Upload.text(text).publish());
    assertThat(report.getList("articles.state")).containsExactly("draft", "published");
    assertThat(report.getList("articles.characters")).containsExactly(200_001, 200_000);
    assertThat(report.getList("findings.code")).contains("body.too-long", "publish.kept");
    String edition = report.getString("articles[0].editionId");
    String etag = desk().get("/v1/desk/editions/" + edition).header("ETag");
    JsonPath refused =
        problem(
            desk().header("If-Match", etag).post("/v1/desk/editions/" + edition + "/publish"),
            422,
            "not-publishable");
    assertThat(refused.getString("errors[0].pointer")).isEqualTo("/articles/0/body");
    assertThat(refused.getString("errors[0].code")).isEqualTo("body.too-long");
  }

  @Test
  void withoutAnyTitleADraftWaitsForOne() {
    account("豫园社区");
    String text = "这一行太长了，而且是一个完整的句子，所以它不能成为标题。\n\n第二段在这里。\n";
    JsonPath report = imported(Upload.text(text).with("account", "yu-yuan-she-qu").publish());
    assertThat(report.getString("articles[0].state")).isEqualTo("draft");
    assertThat(report.getString("articles[0].title")).isNull();
    assertThat(report.getList("findings.code")).contains("article.no-title", "publish.kept");
    JsonPath again = imported(Upload.text(text).with("account", "yu-yuan-she-qu"));
    assertThat(again.getString("result")).isEqualTo("unchanged");
  }

  @Test
  void anUpdateOfALiveArticleIsACorrection() {
    String old = document(article("甲", "一。", "二。"));
    JsonPath first = imported(Upload.text(old).publish());
    String id = first.getString("articles[0].articleId");
    JsonPath before = read("/v1/articles/" + id);
    JsonPath report = imported(Upload.text(document(article("甲", "一。", "三。"))).publish());
    assertThat(report.getString("result")).isEqualTo("updated");
    JsonPath after = read("/v1/articles/" + id);
    assertThat(after.getInt("rev")).isEqualTo(2);
    assertThat(after.getInt("version")).isEqualTo(before.getInt("version") + 1);
    assertThat(after.getList("flags")).containsExactly("corrected");
    assertThat(after.getList("corrections.class")).containsExactly("update");
    assertThat(after.getList("corrections.rev")).containsExactly(2);
    assertThat(after.getString("publishedAt")).isEqualTo(before.getString("publishedAt"));
    assertThat(after.getString("updatedAt")).isGreaterThan(before.getString("updatedAt"));
    assertThat(after.getString("html")).isEqualTo("<p>一。</p><p>三。</p>");
    assertThat(deskRead("/v1/desk/articles/" + id).getMap("draft")).isNull();
  }

  @Test
  void publishingAgainChangesNothing() {
    String text = document(simple("甲"), simple("乙"));
    imported(Upload.text(text).publish());
    long rows = count("change");
    JsonPath again = imported(Upload.text(text).publish());
    assertThat(again.getString("result")).isEqualTo("unchanged");
    assertThat(again.getList("articles.state")).containsOnly("published");
    assertThat(count("change")).isEqualTo(rows);
    assertThat(count("article_revision")).isEqualTo(2);
  }
}
