package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.yujian.auth.Scopes;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** The pages about imports, editions and articles. */
@QuarkusTest
class ContentPagesTest extends DeskPageTest {
  private static final String NOTICE =
      "扫描二维码 关注“甲社区”\n\n# 施工提示\n\n十二月三日起每晚十点，梧桐路进行路面养护，过往车辆请\n绕行。\n\n# 第二篇\n\n内容。\n";

  private JsonPath draft() {
    account("甲社区");
    return imported(Upload.text(NOTICE));
  }

  @Test
  void aReportShowsItsFindingsJoinsAndTheArticleAsOnAPhone() {
    JsonPath report = draft();
    Document page = page("/desk/imports/" + report.getString("id"), "zh");

    assertThat(page.select("main h2").eachText()).containsExactly("请看一眼", "施工提示", "第二篇");
    assertThat(page.select(".joined").text()).contains("过往车辆请", "绕行。");
    assertThat(page.select(".joined form").attr("action"))
        .isEqualTo("/v1/desk/imports/" + report.getString("id") + "/joins/undo");
    assertThat(page.select(".joined input[name=offset]").attr("value"))
        .isEqualTo(report.getString("articles[0].joins[0].offset"));
    assertThat(page.select(".phone .text").eachText().get(0)).contains("过往车辆请绕行。");
  }

  @Test
  void aTextThatWasChangedSinceShowsNoJoins() {
    JsonPath report = draft();
    String article = "/v1/desk/articles/" + report.getString("articles[0].articleId");
    String etag = desk().get(article).header("ETag");
    ok(desk().header("If-Match", etag).body(Map.of("markdown", "全新的内容。")).patch(article), 200);

    Document page = page("/desk/imports/" + report.getString("id"), "zh");

    assertThat(page.select(".joined")).isEmpty();
    assertThat(page.select("main").text()).contains("文章在导入后改过");
  }

  @Test
  void anEditionShowsWhatCanBeDoneInItsState() {
    JsonPath report = draft();
    String id = report.getString("articles[0].editionId");
    String path = "/v1/desk/editions/" + id;

    Document draft = page("/desk/editions/" + id, "zh");
    assertThat(draft.select("#order .name").eachText()).containsExactly("头条 施工提示", "第二篇");
    assertThat(actions(draft)).contains(path + "/publish", path + "/schedule");
    assertThat(draft.select("form[action$=/publish]").attr("data-etag"))
        .isEqualTo(desk().get(path).header("ETag"));

    String etag = desk().get(path).header("ETag");
    ok(desk().header("If-Match", etag).body(Map.of()).post(path + "/publish"), 200);
    assertThat(actions(page("/desk/editions/" + id, "zh")))
        .contains(path + "/withdraw")
        .doesNotContain(path + "/publish");
  }

  @Test
  void whoMayOnlyReadSeesNoForms() {
    JsonPath report = draft();
    String reader = key(Set.of(Scopes.CONTENT_READ));

    assertThat(
            actions(
                page(reader, "/desk/editions/" + report.getString("articles[0].editionId"), "zh")))
        .isEmpty();
    Document article =
        page(reader, "/desk/articles/" + report.getString("articles[0].articleId"), "zh");
    assertThat(article.select("yujian-editor")).isEmpty();
    assertThat(status(reader, "/desk/import")).isEqualTo(403);
  }

  @Test
  void aLiveArticleIsEditedAtOnceAndShowsItsRevisions() {
    account("甲社区");
    JsonPath report = imported(Upload.text(NOTICE).publish());
    String id = report.getString("articles[0].articleId");

    Document page = page("/desk/articles/" + id, "zh");
    assertThat(page.select("yujian-editor").attr("account"))
        .isEqualTo(report.getString("accountId"));
    assertThat(page.select("section[aria-labelledby=revisions] .name").eachText())
        .containsExactly("第 1 版");
    assertThat(actions(page)).contains("/v1/desk/articles/" + id + "/corrections");

    Document revision = page("/desk/articles/" + id + "/revisions/1", "zh");
    assertThat(revision.select(".phone .text").text()).contains("过往车辆请绕行。");
  }

  @Test
  void whatIsOutOfReachIsNotFound() {
    JsonPath report = draft();
    String other = key(Set.of(Scopes.CONTENT_READ), account("乙社区"));

    for (String path :
        new String[] {
          "/desk/editions/" + report.getString("articles[0].editionId"),
          "/desk/articles/" + report.getString("articles[0].articleId"),
          "/desk/imports/" + report.getString("id")
        }) {
      assertThat(status(other, path)).as(path).isEqualTo(404);
    }
  }

  private static List<String> actions(Document page) {
    return page.select("form[data-api]").eachAttr("action");
  }
}
