package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real sample gives exactly its expected result, in every spelling of the same text. */
class SeedTest {

  private static final Path SEED = Path.of("..", "shared", "seed");

  private static JsonNode expected;
  private static byte[] bytes;
  private static String text;

  @BeforeAll
  static void readSeed() throws IOException {
    assumeTrue(Files.isDirectory(SEED), "skipped: the folder ../shared/seed is not here");
    expected = new ObjectMapper().readTree(SEED.resolve("expected.json").toFile());
    bytes = Files.readAllBytes(SEED.resolve(expected.get("file").asText()));
    text = new String(bytes, StandardCharsets.UTF_8);
  }

  private static Document heal(byte[] document) {
    return Healer.heal(document, DocumentFormat.TEXT, key -> false);
  }

  private static Document heal(String document) {
    return heal(document.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyValueIsTheExpectedOne() {
    Document document = heal(bytes);
    assertThat(document.charset()).isEqualTo("UTF-8");
    JsonNode articles = expected.get("articles");
    assertThat(document.articles()).hasSize(articles.size());
    for (int i = 0; i < articles.size(); i++) {
      assertArticle(document.articles().get(i), articles.get(i));
    }
  }

  private static void assertArticle(HealedArticle article, JsonNode wanted) {
    assertThat(article.title()).isEqualTo(wanted.get("title").asText());
    assertThat(article.subtitle()).isEqualTo(wanted.get("subtitle").asText());
    assertThat(article.source()).isEqualTo(wanted.get("source").asText());
    assertThat(article.body().lines()).hasSize(wanted.get("paragraphs").asInt());
    assertThat(article.body().characters()).isEqualTo(wanted.get("characters").asInt());
    assertThat(article.body().bodySha256()).isEqualTo(wanted.get("bodySha256").asText());
    assertThat(article.canonicalSha256()).isEqualTo(wanted.get("canonicalSha256").asText());
    assertThat(article.joins()).hasSize(wanted.get("joins").size());
    for (int i = 0; i < article.joins().size(); i++) {
      Join join = article.joins().get(i);
      JsonNode wantedJoin = wanted.get("joins").get(i);
      assertThat(join.paragraph()).isEqualTo(wantedJoin.get("paragraph").asInt());
      assertThat(join.offset()).isEqualTo(wantedJoin.get("offset").asInt());
      assertThat(join.afterLine()).isEqualTo(wantedJoin.get("afterLine").asInt());
      assertThat(join.nextLine()).isEqualTo(wantedJoin.get("nextLine").asInt());
      assertThat(join.uncertain()).isFalse();
    }
    for (int i = 0; i < article.body().lines().size(); i++) {
      String line = article.body().lines().get(i);
      JsonNode wantedLine = wanted.get("eachParagraph").get(i);
      assertThat(line.codePointCount(0, line.length()))
          .isEqualTo(wantedLine.get("characters").asInt());
      assertThat(line).startsWith(wantedLine.get("begins").asText());
      assertThat(line).endsWith(wantedLine.get("ends").asText());
    }
  }

  @Test
  void followTargetsAreTheExpectedOnes() {
    Document document = heal(bytes);
    JsonNode wanted = expected.get("followTargets");
    assertThat(document.followTargets()).hasSize(wanted.size());
    for (int i = 0; i < wanted.size(); i++) {
      FollowMention mention = document.followTargets().get(i);
      assertThat(mention.name()).isEqualTo(wanted.get(i).get("name").asText());
      assertThat(mention.line()).isEqualTo(wanted.get(i).get("line").asInt());
      assertThat(mention.article()).isNull();
    }
  }

  @Test
  void findingsAreTheExpectedOnesAndNoOthers() {
    List<String> codes = heal(bytes).findings().stream().map(Finding::code).toList();
    int sum = 0;
    for (var count : expected.get("findings").properties()) {
      assertThat(codes.stream().filter(count.getKey()::equals).count())
          .as(count.getKey())
          .isEqualTo(count.getValue().asLong());
      sum += count.getValue().asInt();
    }
    assertThat(codes).hasSize(sum);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16", "UTF-16LE", "UTF-16BE", "GBK"})
  void everyEncodingGivesTheSameHashes(String charset) {
    boolean marked = charset.startsWith("UTF") && !charset.equals("UTF-16");
    assertSame(heal(((marked ? "\uFEFF" : "") + text).getBytes(Charset.forName(charset))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\r\n", "\r", "\n\n", "\n\n\n\n", " \n\t\n", "\u3000\n\u00A0\n\u3000\u3000"})
  void everySpacingGivesTheSameHashes(String lineEnd) {
    assertSame(heal(text.replace("\n", lineEnd)));
  }

  @Test
  void withoutBlankLinesTheHashesAreTheSame() {
    assertSame(heal(text.replaceAll("\n+ ?\n+", "\n")));
  }

  @Test
  void asMarkdownTheHashesAreTheSame() {
    assertSame(
        Healer.heal(text.getBytes(StandardCharsets.UTF_8), DocumentFormat.MARKDOWN, key -> false));
  }

  @Test
  void healedTextIsHealed() {
    for (HealedArticle article : heal(bytes).articles()) {
      HealedArticle again =
          heal("# " + article.title() + "\n" + article.body().text()).articles().get(0);
      assertThat(again.body()).isEqualTo(article.body());
      assertThat(again.joins()).isEmpty();
    }
  }

  private static void assertSame(Document document) {
    for (int i = 0; i < expected.get("articles").size(); i++) {
      assertThat(document.articles().get(i).canonicalSha256())
          .isEqualTo(expected.get("articles").get(i).get("canonicalSha256").asText());
    }
    assertThat(document.followTargets()).hasSize(expected.get("followTargets").size());
  }
}
