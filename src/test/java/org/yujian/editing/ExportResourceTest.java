package org.yujian.editing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.auth.Scopes;
import org.yujian.body.Block;
import org.yujian.document.ExportedArticle;
import org.yujian.document.GeneratedArticle;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** Articles as files: what an export gives, an import takes as unchanged. */
@QuarkusTest
class ExportResourceTest extends DeskTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SEED = Long.getLong("export.seed", System.nanoTime() % 1_000_000);
  private static final int GENERATED = 6;
  private static final String ARTICLES = "/v1/desk/articles/";
  private static final String EDITIONS = "/v1/desk/editions/";
  private static final String TEXT =
      """
      扫描二维码 关注“豫园社区”
      # 春季集市：开张
      ## 周末见
      街道研究制定了方案，推动
      治理取得实效。
      时间：4月5日上午9时
      请带以下物品：
      1. 身份证
      2. 购物袋
      活动到此结束。（党群办）
      # 豫园灯会
      一、提高认识
      灯会每晚六点开始。
      """;

  private Response export(String path, String format) {
    return desk().get(path + "/export?format=" + format);
  }

  /** The result of an import of what was exported. */
  private JsonPath importedAgain(Response exported, String format, String account) {
    assertThat(exported.statusCode()).as(exported.asString()).isEqualTo(200);
    return imported(
        Upload.of("exported." + format, exported.asByteArray()).with("account", account));
  }

  @ParameterizedTest
  @ValueSource(strings = {"md", "html", "docx", "txt"})
  void anImportOfAnExportIsUnchanged(String format) throws IOException {
    for (String document : List.of(TEXT, resource("notice.txt"), resource("interview.txt"))) {
      JsonPath report = imported(Upload.text(document).with("account", account()));
      for (String id : report.<String>getList("articles.articleId")) {
        JsonPath again =
            importedAgain(export(ARTICLES + id, format), format, report.getString("accountId"));
        assertThat(again.getString("result")).as("%s %s", format, id).isEqualTo("unchanged");
        assertThat(again.<String>getList("articles.articleId")).containsExactly(id);
      }
    }
  }

  private String account() {
    List<String> known = tables().texts("select id from account where name = '豫园社区'");
    return known.isEmpty() ? account("豫园社区") : known.get(0);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ExportResourceTest.class.getResourceAsStream("/documents/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"md", "html", "docx", "txt"})
  void articlesThatEditorsWroteAreUnchanged(String format) {
    String account = account();
    for (long seed = SEED; seed < SEED + GENERATED; seed++) {
      ExportedArticle article = GeneratedArticle.of(seed, !format.equals("docx"));
      String id = written(account, article);
      Response exported = export(ARTICLES + id, format);
      JsonPath again = importedAgain(exported, format, account);
      assertThat(again.getString("result")).as("export.seed=%s", seed).isEqualTo("unchanged");
      assertThat(again.getString("articles[0].articleId")).isEqualTo(id);
    }
  }

  private String written(String account, ExportedArticle article) {
    ObjectNode body = JSON.createObjectNode().put("accountId", account);
    ObjectNode written = body.putArray("articles").addObject().put("title", article.title());
    written.put("subtitle", article.subtitle()).put("source", article.source());
    ArrayNode blocks = written.putArray("blocks");
    for (Block block : article.blocks()) {
      ObjectNode each = JSON.valueToTree(block);
      each.remove("id");
      if (each.has("image")) {
        ((ObjectNode) each.get("image")).retain("url", "alt");
      }
      blocks.add(each);
    }
    return ok(desk().body(body.toString()).post("/v1/desk/editions"), 201)
        .getString("articles[0].id");
  }

  @Test
  void theDraftIsExportedOrElseTheLiveCopy() {
    JsonPath report = imported(Upload.text(TEXT).publish());
    String path = ARTICLES + report.getString("articles[1].articleId");
    assertThat(export(path, "txt").asString())
        .isEqualTo("# 豫园灯会\n\n##\n\n## 一、提高认识\n\n灯会每晚六点开始。\n");
    JsonPath read = deskRead(path);
    Response changed =
        desk()
            .header("If-Match", desk().get(path).header("ETag"))
            .body(Map.of("markdown", "灯会改期。"))
            .patch(path);
    assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
    assertThat(export(path, "txt").asString()).isEqualTo("# 豫园灯会\n\n灯会改期。\n");
    assertThat(read.getString("title")).isEqualTo("豫园灯会");
  }

  @ParameterizedTest
  @CsvSource({
    "md, text/markdown;charset=UTF-8",
    "html, text/html;charset=UTF-8",
    "docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt, text/plain;charset=UTF-8"
  })
  void aFileHasATypeANameAndAnETag(String format, String type) {
    JsonPath report = imported(Upload.text(TEXT));
    String path = ARTICLES + report.getString("articles[0].articleId");
    Response file = export(path, format);
    assertThat(file.header("Content-Type")).isEqualTo(type);
    assertThat(file.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"article."
                + format
                + "\"; filename*=UTF-8''%E6%98%A5%E5%AD%A3%E9%9B%86%E5%B8%82%EF%BC%9A"
                + "%E5%BC%80%E5%BC%A0."
                + format);
    assertThat(file.header("Cache-Control")).isEqualTo("private, no-cache");
    String tag = file.header("ETag");
    assertThat(tag).matches("\"[\\w-]{22}\"").isEqualTo(export(path, format).header("ETag"));
    Response known = desk().header("If-None-Match", tag).get(path + "/export?format=" + format);
    assertThat(known.statusCode()).isEqualTo(304);
    assertThat(known.asByteArray()).isEmpty();
    assertThat(known.header("ETag")).isEqualTo(tag);
  }

  @Test
  void anEditionIsAnArchiveInOrder() throws IOException {
    JsonPath report = imported(Upload.text(TEXT));
    String edition = EDITIONS + report.getString("articles[0].editionId");
    Response archive = export(edition, "md");
    assertThat(archive.header("Content-Type")).isEqualTo("application/zip");
    assertThat(archive.header("Content-Disposition")).contains("filename=\"edition.zip\"");
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.asByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(files.keySet()).containsExactly("01 春季集市：开张.md", "02 豫园灯会.md");
    assertThat(files.get("02 豫园灯会.md"))
        .isEqualTo(export(ARTICLES + report.getString("articles[1].articleId"), "md").asString());
    assertThat(export(edition, "md").header("ETag")).isEqualTo(archive.header("ETag"));
  }

  @Test
  void picturesHaveAddressesThatWorkElsewhere() {
    String account = account();
    String html = "<p>见图。</p><img src=\"/media/Qm3x/640.jpg\" alt=\"图\">";
    Map<String, Object> body =
        Map.of("accountId", account, "articles", List.of(Map.of("title", "题", "html", html)));
    String id = ok(desk().body(body).post("/v1/desk/editions"), 201).getString("articles[0].id");
    assertThat(export(ARTICLES + id, "html").asString())
        .containsPattern("<img src=\"https?://[^/\"]+/media/Qm3x/640.jpg\" alt=\"图\">");
    assertThat(export(ARTICLES + id, "md").asString())
        .containsPattern("!\\[图\\]\\(<https?://[^/\"]+/media/Qm3x/640.jpg>\\)");
    assertThat(export(ARTICLES + id, "txt").asString()).isEqualTo("# 题\n\n见图。\n");
  }

  @Test
  void othersAndUnknownFormatsAreRefused() {
    JsonPath report = imported(Upload.text(TEXT));
    String article = ARTICLES + report.getString("articles[0].articleId");
    String edition = EDITIONS + report.getString("articles[0].editionId");
    problem(export(article, "pdf"), 400, "invalid-parameter");
    String other = key(Set.of(Scopes.CONTENT_READ), account("别处"));
    problem(desk(other).get(article + "/export"), 404, "article-not-found");
    problem(desk(other).get(edition + "/export"), 404, "edition-not-found");
    String nothing = "00000000-0000-7000-8000-000000000000";
    problem(export(ARTICLES + nothing, "md"), 404, "article-not-found");
    problem(export(EDITIONS + nothing, "md"), 404, "edition-not-found");
  }
}
