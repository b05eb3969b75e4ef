package org.yujian.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yujian.document.Docx;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** A Word or HTML file becomes the same articles as its text form. */
@QuarkusTest
class ImportWordTest extends DeskTest {

  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  /** Two articles and two follow lines, with sentences that the ends of pages cut. */
  private static final String TEXT =
      """
      扫描二维码 关注“豫园社区”
      # 春季集市开张
      ## 周末见
      街道研究制定了方案，明确了全年18项重点工作任务，推动
      \f
      治理取得实效。（党群办）
      # 豫园灯会
      灯会每晚六点开始，居民可以带
      \f
      孩子参加。
      扫描二维码 关注“豫园灯会”
      """;

  private static final List<String> FIELDS =
      List.of("title", "subtitle", "source", "paragraphs", "bodySha256", "canonicalSha256");

  @Test
  void aWordFileBecomesTheArticlesOfItsText() {
    JsonPath word = imported(Upload.of("周报.docx", Docx.ofText(TEXT).bytes()));
    assertThat(word.getString("result")).isEqualTo("created");
    assertThat(word.getString("file.type")).isEqualTo(TYPE);
    assertThat(word.<String>getList("articles.title")).containsExactly("春季集市开张", "豫园灯会");
    assertThat(word.<String>getList("followTargets.name")).containsExactly("豫园社区", "豫园灯会");
    assertThat(word.<List<Object>>getList("articles.joins")).allMatch(joins -> joins.size() == 1);
    JsonPath text = imported(Upload.text(TEXT));
    assertThat(text.getString("result")).isEqualTo("unchanged");
    for (int i = 0; i < 2; i++) {
      Map<String, Object> one = word.getMap("articles[" + i + "]");
      Map<String, Object> other = text.getMap("articles[" + i + "]");
      assertThat(FIELDS)
          .allSatisfy(field -> assertThat(other.get(field)).isEqualTo(one.get(field)));
      assertThat(other.get("articleId")).isEqualTo(one.get("articleId"));
    }
  }

  /** LibreOffice wrote the files from one source. */
  @Test
  void aFileOfAnOfficeInAnyFormatIsTheSameDocument() throws IOException {
    JsonPath first = imported(Upload.of("灯会.docx", festival("docx")));
    assertThat(first.getString("result")).isEqualTo("created");
    for (Map.Entry<String, String> format :
        Map.of(
                "odt", "application/vnd.oasis.opendocument.text",
                "doc", "application/msword")
            .entrySet()) {
      JsonPath again = imported(Upload.of("灯会", festival(format.getKey())));
      assertThat(again.getString("file.type")).isEqualTo(format.getValue());
      assertThat(again.getString("result")).as(format.getKey()).isEqualTo("unchanged");
      assertThat(again.<String>getList("articles.canonicalSha256"))
          .isEqualTo(first.<String>getList("articles.canonicalSha256"));
    }
    JsonPath zip = imported(Upload.of("灯会.zip", Docx.zip(Map.of("灯会.docx", festival("docx")))));
    assertThat(zip.getString("file.type")).isEqualTo("application/zip");
    assertThat(zip.getString("result")).isEqualTo("unchanged");
  }

  private static byte[] festival(String ending) throws IOException {
    String name = "/documents/word/festival." + ending;
    try (InputStream in = ImportWordTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  @Test
  void aJoinInAWordFileCanBeUndone() {
    JsonPath report = imported(Upload.of("周报.docx", Docx.ofText(TEXT).bytes()));
    Map<String, Object> join = report.getMap("articles[0].joins[0]");
    Map<String, Object> body =
        Map.of(
            "articleId", report.getString("articles[0].articleId"),
            "paragraph", join.get("paragraph"),
            "offset", join.get("offset"));
    JsonPath undone =
        ok(
            desk().body(body).post("/v1/desk/imports/" + report.getString("id") + "/joins/undo"),
            200);
    assertThat(undone.getInt("articles[0].paragraphs"))
        .isEqualTo(report.getInt("articles[0].paragraphs") + 1);
  }

  @Test
  void anHtmlFileInAnyEncodingIsRead() {
    String html =
        "<html><head><meta charset=gb2312></head><body><p>扫描二维码 关注“豫园社区”</p>"
            + "<h1>豫园灯会</h1><p class=MsoNormal><span lang=EN-US>灯会每晚六点开始。<o:p></o:p></span></p>";
    JsonPath report = imported(Upload.of("a.htm", html.getBytes(Charset.forName("GB18030"))));
    assertThat(report.getString("file.type")).isEqualTo("text/html");
    assertThat(report.getString("file.charset")).isEqualTo("GB18030");
    assertThat(report.getString("articles[0].title")).isEqualTo("豫园灯会");
    assertThat(report.<String>getList("findings.code")).doesNotContain("markup.dropped");
  }

  @Test
  void whatAWordFileLosesIsReported() {
    Docx docx = Docx.ofText(TEXT).raw("<w:p><w:ins>" + Docx.run("另有一段。") + "</w:ins></w:p>");
    JsonPath report = imported(Upload.of("周报.docx", docx.bytes()));
    assertThat(report.<String>getList("findings.code")).containsOnlyOnce("tracked-changes");
  }
}
