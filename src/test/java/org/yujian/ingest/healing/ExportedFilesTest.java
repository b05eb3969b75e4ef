package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.body.Block;
import org.yujian.body.Body;
import org.yujian.body.Span;
import org.yujian.document.DocxFile;
import org.yujian.document.ExportedArticle;
import org.yujian.document.GeneratedArticle;
import org.yujian.document.HtmlFile;
import org.yujian.document.MarkdownFile;
import org.yujian.document.TextFile;

/** A file of an article gives the same article again. */
class ExportedFilesTest {
  private static final long SEED = Long.getLong("export.seed", System.nanoTime() % 1_000_000);
  private static final int ARTICLES = 80;
  private static final Path SEED_FOLDER = Path.of("..", "shared", "seed");

  /** The formats, each with its writer. */
  private enum Format {
    MARKDOWN(MarkdownFile::write, DocumentFormat.MARKDOWN),
    HTML(HtmlFile::write, DocumentFormat.HTML),
    DOCX(DocxFile::write, DocumentFormat.DOCX),
    TEXT(TextFile::write, DocumentFormat.TEXT);

    private final Function<ExportedArticle, byte[]> writer;
    private final DocumentFormat reader;

    Format(Function<ExportedArticle, byte[]> writer, DocumentFormat reader) {
      this.writer = writer;
      this.reader = reader;
    }

    HealedArticle again(ExportedArticle article) {
      Document document = Healer.heal(writer.apply(article), reader, key -> false);
      assertThat(document.articles()).hasSize(1);
      return document.articles().get(0);
    }
  }

  private static void assertSame(ExportedArticle article, HealedArticle again, String as) {
    assertThat(again.title()).as(as).isEqualTo(article.title());
    assertThat(again.subtitle()).as(as).isEqualTo(article.subtitle());
    assertThat(again.source()).as(as).isEqualTo(article.source());
    assertThat(again.body().blocks()).as(as).isEqualTo(article.blocks());
  }

  private static String text(ExportedArticle article) {
    return new Body(article.blocks())
        .canonicalSha256(article.title(), article.subtitle(), article.source());
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void generatedArticlesAreTheSame(Format format) {
    for (int i = 0; i < ARTICLES; i++) {
      String seed = "export.seed=" + (SEED + i);
      if (format == Format.TEXT) {
        ExportedArticle article = GeneratedArticle.of(SEED + i, true);
        assertThat(format.again(article).canonicalSha256()).as(seed).isEqualTo(text(article));
      } else {
        ExportedArticle article = GeneratedArticle.of(SEED + i, format != Format.DOCX);
        assertSame(article, format.again(article), seed);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void documentsOfOfficesAreTheSame(Format format) {
    for (GeneratedBlocks.Genre genre : GeneratedBlocks.Genre.values()) {
      for (int i = 0; i < 5; i++) {
        String text =
            GeneratedBlocks.of(genre, new Random(SEED + i)).stream()
                .map(GeneratedBlocks.Block::text)
                .collect(Collectors.joining("\n\n"));
        assertAgain(Heal.text(text), format, genre + " export.seed=" + (SEED + i));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notice.txt",
        "event.txt",
        "interview.txt",
        "traditional.md",
        "word/weekly.docx",
        "word/weekly.html",
        "word/weekly.txt"
      })
  void importedDocumentsAreTheSame(String name) throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/documents/" + name)) {
      byte[] bytes = in.readAllBytes();
      Document document = Healer.heal(bytes, DocumentFormat.of(name, bytes), key -> false);
      for (Format format : Format.values()) {
        assertAgain(document, format, name + " as " + format);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void theRealSampleIsTheSame(Format format) throws IOException {
    assumeThat(SEED_FOLDER).as("the folder ../shared/seed is here").isDirectory();
    JsonNode expected = new ObjectMapper().readTree(SEED_FOLDER.resolve("expected.json").toFile());
    byte[] bytes = Files.readAllBytes(SEED_FOLDER.resolve(expected.get("file").asText()));
    assertAgain(Healer.heal(bytes, DocumentFormat.TEXT, key -> false), format, "sample");
  }

  /** Plain text has no marks and no lists of several kinds, but the same words. */
  private static void assertAgain(Document document, Format format, String as) {
    assertThat(document.articles()).isNotEmpty();
    for (HealedArticle healed : document.articles()) {
      ExportedArticle article =
          new ExportedArticle(
              healed.title(),
              healed.subtitle(),
              healed.source(),
              healed.author(),
              healed.body().blocks());
      HealedArticle again = format.again(article);
      assertThat(again.canonicalSha256()).as(as).isEqualTo(healed.canonicalSha256());
      if (format != Format.TEXT) {
        assertSame(article, again, as);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aHeadingAtTheBeginningIsNoSubtitle(Format format) {
    for (int level = 2; level <= 4; level++) {
      ExportedArticle article =
          article(
              Block.heading(level, "工作目标", List.of()),
              Block.paragraph("街道召开了推进会。", List.of()),
              Block.heading(2, "主要任务", List.of()),
              Block.paragraph("居民提出了意见。", List.of()));
      assertSame(article, format.again(article), format + " " + level);
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void spacesBetweenColumnsAreKept(Format format) {
    ExportedArticle article =
        article(
            Block.paragraph("今日主要蔬菜指导价公布如下：", List.of()),
            Block.writtenTable(
                "品名  等级   单价\n青菜  一级   3.5元\n黄瓜  二级   4.0元",
                List.of(
                    List.of("品名", "等级", "单价"),
                    List.of("青菜", "一级", "3.5元"),
                    List.of("黄瓜", "二级", "4.0元"))));
    assertSame(article, format.again(article), format.name());
  }

  @Test
  void emphasisBesidePunctuationIsRecognizedInMarkdown() {
    ExportedArticle article =
        article(
            Block.paragraph(
                "他说“大家的事，大家商量着办。”会后继续。",
                List.of(new Span(2, 8, Span.STRONG, null), new Span(10, 15, Span.EM, null))));
    assertThat(new String(MarkdownFile.write(article), StandardCharsets.UTF_8))
        .contains("<strong>“大家的事，</strong>");
    assertSame(article, Format.MARKDOWN.again(article), "Markdown");
  }

  @Test
  void theFrontMatterOfMarkdownHasTheByline() {
    ExportedArticle article =
        new ExportedArticle("题: \"甲\"", null, "第3办公室", "小满", article().blocks());
    String markdown = new String(MarkdownFile.write(article), StandardCharsets.UTF_8);
    assertThat(markdown)
        .startsWith("---\ntitle: \"题: \\\"甲\\\"\"\nsource: \"第3办公室\"\nauthor: \"小满\"\n---\n");
    assertSame(article, Format.MARKDOWN.again(article), "Markdown");
    assertThat(Format.MARKDOWN.again(article).author()).isEqualTo("小满");
  }

  @Test
  void frontMatterMayNameTheSubtitleAndTheSource() {
    Document document =
        Heal.markdown(
            "---", "title: 题", "subtitle: 副题", "source: 党群办", "---", "", "## 目标", "", "正文。");
    HealedArticle article = document.articles().get(0);
    assertThat(article.subtitle()).isEqualTo("副题");
    assertThat(article.source()).isEqualTo("党群办");
    assertThat(article.body().lines()).containsExactly("目标", "正文。");
    assertThat(Heal.codes(document)).doesNotContain("front-matter.ignored");
    Document byline =
        Heal.markdown(
            "---", "subtitle: 副题", "source: " + "长".repeat(65), "---", "# 题", "", "正文。（甲乙）");
    assertThat(byline.articles().get(0).subtitle()).isNull();
    assertThat(byline.articles().get(0).source()).isEqualTo("甲乙");
    assertThat(Heal.codes(byline)).containsOnlyOnce("byline.extracted");
    assertThat(Heal.codes(byline).stream().filter("front-matter.ignored"::equals)).hasSize(2);
  }

  @Test
  void aWordFileHasTheSamePartsAndBytesEachTime() throws IOException {
    ExportedArticle article = GeneratedArticle.of(SEED, false);
    byte[] bytes = DocxFile.write(article);
    assertThat(DocxFile.write(article)).isEqualTo(bytes);
    StringBuilder names = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.append(entry.getName()).append(' ');
        assertThat(entry.getTimeLocal()).hasToString("1980-01-01T00:00");
      }
    }
    assertThat(names.toString())
        .isEqualTo(
            "[Content_Types].xml _rels/.rels word/document.xml word/styles.xml"
                + " word/numbering.xml word/_rels/document.xml.rels ");
  }

  /** An article of these blocks, or of one paragraph. */
  private static ExportedArticle article(Block... blocks) {
    List<Block> body =
        blocks.length == 0 ? List.of(Block.paragraph("街道召开了推进会。", List.of())) : List.of(blocks);
    return new ExportedArticle("题", null, null, null, Body.of(body).blocks());
  }
}
