package org.yujian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yujian.shared.text.Sha256;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** The real sample, sent as a user sends it, becomes exactly what it should. */
@QuarkusTest
class ImportSampleTest extends DeskTest {
  private static final Path SEED = Path.of("..", "shared", "seed");

  private static JsonNode expected;
  private static byte[] bytes;

  @BeforeAll
  static void readSeed() throws IOException {
    assumeTrue(Files.isDirectory(SEED), "skipped: the folder ../shared/seed is not here");
    expected = new ObjectMapper().readTree(SEED.resolve("expected.json").toFile());
    bytes = Files.readAllBytes(SEED.resolve(expected.get("file").asText()));
  }

  private static Upload sample() {
    return Upload.of(expected.get("file").asText(), bytes);
  }

  @Test
  void theReportIsTheExpectedOne() {
    JsonPath report = imported(sample());
    assertThat(report.getString("state")).isEqualTo("done");
    assertThat(report.getString("result")).isEqualTo("created");
    assertThat(report.getMap("file"))
        .isEqualTo(
            Map.of(
                "name", expected.get("file").asText(),
                "bytes", expected.get("bytes").asInt(),
                "sha256", expected.get("sha256").asText(),
                "type", "text/plain",
                "charset", "UTF-8"));
    for (int i = 0; i < expected.get("articles").size(); i++) {
      assertArticle(report, i, expected.get("articles").get(i));
    }
    assertThat(report.getList("articles")).hasSize(expected.get("articles").size());
    JsonPath again = deskRead("/v1/desk/imports/" + report.getString("id"));
    assertThat(again.getMap("")).isEqualTo(report.getMap(""));
  }

  private static void assertArticle(JsonPath report, int index, JsonNode wanted) {
    String at = "articles[" + index + "].";
    for (String field : List.of("title", "subtitle", "source", "bodySha256", "canonicalSha256")) {
      assertThat(report.getString(at + field)).as(field).isEqualTo(wanted.get(field).asText());
    }
    assertThat(report.getInt(at + "paragraphs")).isEqualTo(wanted.get("paragraphs").asInt());
    assertThat(report.getInt(at + "characters")).isEqualTo(wanted.get("characters").asInt());
    assertThat(report.getString(at + "result")).isEqualTo("created");
    assertThat(report.getString(at + "state")).isEqualTo("draft");
    for (int i = 0; i < wanted.get("joins").size(); i++) {
      JsonNode join = wanted.get("joins").get(i);
      for (String field : List.of("paragraph", "offset", "afterLine", "nextLine")) {
        assertThat(report.getInt(at + "joins[" + i + "]." + field))
            .isEqualTo(join.get(field).asInt());
      }
      assertThat(report.getBoolean(at + "joins[" + i + "].uncertain")).isFalse();
    }
    assertThat(report.getList(at + "joins")).hasSize(wanted.get("joins").size());
  }

  @Test
  void findingsAndFollowTargetsAreTheExpectedOnes() {
    JsonPath report = imported(sample());
    Map<String, Integer> counts = new TreeMap<>();
    report.<String>getList("findings.code").forEach(code -> counts.merge(code, 1, Integer::sum));
    Map<String, Integer> wanted = new TreeMap<>(Map.of("account.created", 1));
    expected
        .get("findings")
        .properties()
        .forEach(count -> wanted.put(count.getKey(), count.getValue().asInt()));
    wanted.values().removeIf(count -> count == 0);
    assertThat(counts).isEqualTo(wanted);
    for (int i = 0; i < expected.get("followTargets").size(); i++) {
      JsonNode target = expected.get("followTargets").get(i);
      String at = "followTargets[" + i + "].";
      assertThat(report.getString(at + "name")).isEqualTo(target.get("name").asText());
      assertThat(report.getInt(at + "line")).isEqualTo(target.get("line").asInt());
      assertThat(report.getString(at + "result")).isEqualTo(i == 0 ? "linked" : "created");
    }
    assertThat(report.getList("followTargets")).hasSize(expected.get("followTargets").size());
    assertThat(report.getString("followTargets[0].accountId"))
        .isEqualTo(report.getString("accountId"));
  }

  @Test
  void whatThePublicReadsHasTheExpectedParagraphs() {
    JsonPath report = imported(sample().publish());
    List<String> titles = read("/v1/articles").getList("items.title");
    assertThat(titles).isEqualTo(expected.get("articles").findValuesAsText("title"));
    for (int i = 0; i < expected.get("articles").size(); i++) {
      JsonNode wanted = expected.get("articles").get(i);
      String id = report.getString("articles[" + i + "].articleId");
      JsonPath article = read("/v1/articles/" + id + "?body=text");
      assertThat(article.getString("canonicalSha256"))
          .isEqualTo(wanted.get("canonicalSha256").asText());
      List<String> lines = article.getString("text").lines().toList();
      assertThat(lines.stream().map(Sha256::hex))
          .isEqualTo(wanted.get("eachParagraph").findValuesAsText("sha256"));
      assertThat(Sha256.hex(article.getString("text")))
          .isEqualTo(wanted.get("bodySha256").asText());
    }
  }

  /** Every join can be undone, and the document that comes again is still the same. */
  @Test
  void allJoinsCanBeUndoneOneAfterAnother() {
    JsonPath report = imported(sample());
    String path = "/v1/desk/imports/" + report.getString("id");
    int left = 0;
    for (int i = 0; i < expected.get("articles").size(); i++) {
      String at = "articles[" + i + "]";
      for (int joins = report.getList(at + ".joins").size(); joins > 0; joins--) {
        Map<String, Object> join = report.getMap(at + ".joins[" + (joins / 2) + "]");
        Map<String, Object> body =
            Map.of(
                "articleId", report.getString(at + ".articleId"),
                "paragraph", join.get("paragraph"),
                "offset", join.get("offset"));
        int paragraphs = report.getInt(at + ".paragraphs");
        report = ok(desk().body(body).post(path + "/joins/undo"), 200);
        assertThat(report.getInt(at + ".paragraphs")).isEqualTo(paragraphs + 1);
        assertThat(report.getList(at + ".joins")).hasSize(joins - 1);
        left++;
      }
    }
    assertThat(left)
        .isEqualTo(
            expected.get("articles").findValues("joins").stream().mapToInt(JsonNode::size).sum());
    JsonPath again = imported(sample());
    assertThat(again.getString("result")).isEqualTo("unchanged");
    assertThat(again.getList("articles.articleId")).isEqualTo(report.getList("articles.articleId"));
    assertThat(again.<List<Object>>getList("articles.joins")).allMatch(List::isEmpty);
  }
}
