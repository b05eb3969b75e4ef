package org.yujian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.ingest.ImportFixtures.article;
import static org.yujian.ingest.ImportFixtures.document;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** Findings follow {@code Accept-Language}, also those of reports stored by other releases. */
@QuarkusTest
class ImportFindingsTest extends DeskTest {
  private static final String CUT = document(article("甲", "前一半没有写完", "后一半写完了。", "另一段。"));

  private Response report(String id, String language) {
    return desk().header("Accept-Language", language).get("/v1/desk/imports/" + id);
  }

  private static String message(JsonPath report, String code) {
    return report.getString("findings.find { it.code == '" + code + "' }.message");
  }

  @Test
  void aReportIsReadInTheLanguageOfTheRequest() {
    JsonPath made =
        ok(upload(desk().header("Accept-Language", "zh-CN,en;q=0.5"), Upload.text(CUT)), 201);
    assertThat(message(made, "paragraph.rejoined")).isEqualTo("第 5 行和第 7 行已合并为一段。");
    assertThat(message(made, "account.created")).startsWith("公众号原本不存在");

    String id = made.getString("id");
    Response chinese = report(id, "zh");
    assertThat(ok(chinese, 200).getMap("")).isEqualTo(made.getMap(""));
    assertThat(chinese.header("Content-Language")).isEqualTo("zh");
    assertThat(chinese.header("Vary")).contains("Accept-Language");

    Response english = report(id, "en");
    assertThat(message(ok(english, 200), "paragraph.rejoined"))
        .isEqualTo("Lines 5 and 7 are one paragraph.");
    assertThat(english.header("Content-Language")).isEqualTo("en");
    assertThat(deskRead("/v1/desk/imports/" + id).getMap(""))
        .isEqualTo(ok(report(id, "en"), 200).getMap(""));

    Map<String, Object> join =
        Map.of("articleId", made.getString("articles[0].articleId"), "paragraph", 1, "offset", 7);
    JsonPath undone =
        ok(
            desk()
                .header("Accept-Language", "zh")
                .body(join)
                .post("/v1/desk/imports/" + id + "/joins/undo"),
            200);
    assertThat(message(undone, "account.created")).startsWith("公众号原本不存在");
    assertThat(message(undone, "article.no-author")).isEqualTo("文档没有写作者。");
  }

  /** The previous release reads these rows too, and fails on fields that it does not know. */
  @Test
  void storedReportsKeepTheEnglishTextInTheFieldsOfThePreviousRelease() {
    ok(upload(desk().header("Accept-Language", "zh"), Upload.text(CUT)), 201);
    assertThat(
            tables()
                .texts(
                    """
                    select distinct key
                    from import_job, jsonb_array_elements(report -> 'findings') finding,
                      jsonb_object_keys(finding) key
                    order by key
                    """))
        .containsExactly("article", "code", "line", "message", "offset", "paragraph", "severity");
    assertThat(tables().texts("select report::text from import_job").get(0))
        .contains("Lines 5 and 7 are one paragraph.")
        .doesNotContain("已合并为一段");
  }

  @Test
  void aSentenceThatAnotherReleaseStoredStaysAsItIs() {
    String id = imported(Upload.text(CUT)).getString("id");
    tables()
        .run(
            "update import_job set report = replace(report::text,"
                + " 'Lines 5 and 7 are one paragraph.', 'Lines 5 and 7 were joined.')::jsonb");
    JsonPath old = ok(report(id, "zh"), 200);
    assertThat(message(old, "paragraph.rejoined")).isEqualTo("Lines 5 and 7 were joined.");
    assertThat(message(old, "article.no-author")).isEqualTo("文档没有写作者。");
  }
}
