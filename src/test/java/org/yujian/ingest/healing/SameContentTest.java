package org.yujian.ingest.healing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.body.Block;
import org.yujian.document.DocumentPicture;
import org.yujian.document.Docx;
import org.yujian.document.Odt;

/** The same content has the same texts and hashes, whatever the format of its file. */
class SameContentTest {

  private static final String TEXT =
      """
      扫描二维码 关注“豫园社区”
      # 春季集市开张
      ## 周末见
      街道研究制定了方案，明确了全年18项重点工作任务，推动
      \f
      治理取得实效。居民可以带孩子参加，活动免费，
      请提前报名。
      时间：4月5日上午9时
      请带以下物品：
      1. 身份证
      2. 购物袋
      活动 flow 到此结束。（记者 甲）
      # 豫园灯会
      一、提高认识
      灯会每晚六点开始。
      二、加强领导
      值班人员到岗。
      扫描二维码 关注“豫园灯会”
      """;

  /** The start of a picture, which is all that is looked at. */
  private static final byte[] PNG =
      HexFormat.of().parseHex("89504e470d0a1a0a0000000d494844520000012c000000c8");

  private static List<String> texts(Document document) {
    return document.articles().stream()
        .map(
            a ->
                a.title()
                    + "|"
                    + a.subtitle()
                    + "|"
                    + a.source()
                    + "|"
                    + a.body().text()
                    + "|"
                    + a.canonicalSha256())
        .toList();
  }

  private static Document heal(byte[] bytes, DocumentFormat format) {
    return Healer.heal(bytes, format, key -> false);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Paragraphs as HTML, with the run of every line in a font element, as programs save it. */
  private static String html(String text) {
    return "<html><body>\n"
        + text.lines()
            .map(
                line ->
                    line.startsWith("## ")
                        ? "<h2>" + line.substring(3) + "</h2>"
                        : line.startsWith("# ")
                            ? "<h1>" + line.substring(2) + "</h1>"
                            : "<p><font face=宋体>" + line.replace("\f", "") + "</font></p>")
            .collect(Collectors.joining("\n"));
  }

  @Test
  void allFormatsAreTheSame() {
    Document text = heal(utf8(TEXT), DocumentFormat.TEXT);
    assertThat(text.articles()).hasSize(2);
    for (Document other :
        List.of(
            heal(utf8(TEXT.replace("\n", "\n\n")), DocumentFormat.MARKDOWN),
            heal(utf8(html(TEXT)), DocumentFormat.HTML),
            heal(Docx.ofText(TEXT).bytes(), DocumentFormat.DOCX),
            heal(Odt.ofText(TEXT).bytes(), DocumentFormat.ODT))) {
      assertThat(texts(other)).isEqualTo(texts(text));
      assertThat(other.followTargets()).hasSize(2);
      assertThat(other.articles().get(0).joins()).hasSameSizeAs(text.articles().get(0).joins());
    }
  }

  @Test
  void marksOfATextInAWordFileWithoutHeadingsAreRead() {
    Docx docx = Docx.create();
    TEXT.lines().filter(line -> !line.equals("\f")).forEach(docx::paragraph);
    assertThat(texts(heal(docx.bytes(), DocumentFormat.DOCX)))
        .isEqualTo(texts(heal(utf8(TEXT), DocumentFormat.TEXT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"notice.txt", "event.txt", "interview.txt"})
  void realDocumentsAreTheSameInWord(String name) throws IOException {
    try (InputStream in = SameContentTest.class.getResourceAsStream("/documents/" + name)) {
      byte[] bytes = in.readAllBytes();
      String text = new String(bytes, StandardCharsets.UTF_8);
      assertThat(texts(heal(Docx.ofText(text).bytes(), DocumentFormat.DOCX)))
          .isEqualTo(texts(heal(bytes, DocumentFormat.TEXT)));
      assertThat(texts(heal(utf8(html(text)), DocumentFormat.HTML)))
          .isEqualTo(texts(heal(bytes, DocumentFormat.TEXT)));
    }
  }

  /** LibreOffice wrote the files from one source; {@code make} beside them does it again. */
  @ParameterizedTest
  @ValueSource(strings = {"docx", "doc", "odt", "html"})
  void filesOfLibreOfficeAreTheSameAsTheirText(String ending) throws IOException {
    Document document = read("weekly." + ending);
    assertThat(texts(document)).isEqualTo(texts(text("weekly", ending)));
    assertThat(document.articles().get(0).body().html())
        .contains("<strong>18项重点</strong>", "<a href=\"https://example.org/market\"")
        .contains("colspan=\"2\"");
    assertThat(document.findings().stream().map(Finding::code)).doesNotContain("markup.dropped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docx", "doc", "odt", "html"})
  void aDocumentWithPicturesNotesAndBoxesIsTheSameAsItsText(String ending) throws IOException {
    Document document = read("festival." + ending);
    assertThat(texts(document)).isEqualTo(texts(text("festival", ending)));
    String html = document.articles().get(0).body().html();
    assertThat(html)
        .contains("<strong>六十名</strong>", "<em>秩序维护</em>", "<th>日期</th>", "colspan=\"2\"")
        .contains("<figure><figcaption>图一：去年的灯会现场</figcaption></figure>");
    List<Block> blocks = document.articles().get(0).body().blocks();
    assertThat(blocks)
        .filteredOn(block -> block.image() != null)
        .extracting(block -> block.image().url())
        .startsWith("document:1", "document:2");
    assertThat(blocks.get(1).text()).isEqualTo("图一：去年的灯会现场");
    assertThat(blocks.get(2).text()).isEqualTo("报到地点在志愿者服务站，请留意门口的标志。");
    assertThat(blocks.get(3).image().url()).isEqualTo("document:2");
    assertThat(document.pictures())
        .extracting(DocumentPicture::name)
        .startsWith("document:1", "document:2");
    assertThat(document.findings().stream().map(Finding::code))
        .contains("hidden-text")
        .doesNotContain("markup.dropped", "picture.left-out", "picture.missing");
    if (ending.equals("docx") || ending.equals("odt")) {
      assertThat(blocks.get(3).image().alt()).isEqualTo("服务站标志");
    }
    if (!ending.equals("html")) {
      assertThat(document.findings().stream().map(Finding::code))
          .contains("tracked-changes", "footnotes", "text-box");
    }
  }

  /** A PDF has no titles, tables and notes, and shows deleted text. */
  @Test
  void theLinesOfAPdfAreHealedLikeThoseOfACutText() throws IOException {
    Document document = read("festival.pdf");
    assertThat(document.articles()).hasSize(1);
    assertThat(document.articles().get(0).title()).isEqualTo("灯会招募志愿者");
    assertThat(document.articles().get(0).body().lines())
        .contains(
            "街道面向全区招募六十名志愿者，负责引导、讲解和秩序维护，请有意者抓紧时间，尽快报名。详情见招募页面。", "一、有序排队", "请牵好孩子的手，走散时到服务台寻找。");
    assertThat(document.findings())
        .filteredOn(finding -> finding.code().equals("pdf.lines"))
        .extracting(Finding::severity)
        .containsExactly("info");
  }

  @Test
  void aZipFileIsTheSameAsItsDocumentWithPictures() {
    String text = TEXT.replace("请带以下物品：", "![集市](p/a.png)\n请带以下物品：");
    for (String name : List.of("a.txt", "a.md", "a.html")) {
      String written =
          name.endsWith("md")
              ? text.replace("\n", "\n\n")
              : name.endsWith("html")
                  ? html(text).replaceAll("<font[^>]*>!.*", "<img src='p/a.png'></p>")
                  : text;
      byte[] zip = Docx.zip(Map.of(name, utf8(written), "p/a.png", PNG));
      Document document = heal(zip, DocumentFormat.of("x", zip));
      assertThat(texts(document)).as(name).isEqualTo(texts(heal(utf8(TEXT), DocumentFormat.TEXT)));
      assertThat(document.pictures()).as(name).hasSize(1);
      assertThat(document.articles().get(0).body().blocks())
          .filteredOn(block -> block.image() != null)
          .extracting(block -> block.image().url())
          .containsExactly("document:1");
      assertThat(document.findings().stream().map(Finding::code))
          .doesNotContain("picture.missing", "picture.external");
    }
  }

  private static Document read(String name) throws IOException {
    byte[] bytes = word(name);
    return heal(bytes, DocumentFormat.of(null, bytes));
  }

  /** The text form; LibreOffice cannot write all of it as HTML. */
  private static Document text(String name, String ending) throws IOException {
    String text = new String(word(name + ".txt"), StandardCharsets.UTF_8);
    if (ending.equals("html")) {
      // It writes 一、 as an <ol> without the kind of its numbers, deleted text as text, and a
      // text box as a picture.
      text =
          text.replace("一、", "1. ")
              .replace("二、", "2. ")
              .replace("两个小时", "已经删去的话两个小时")
              .replace("咨询电话请向居委会索取。", "");
    }
    return heal(utf8(text), DocumentFormat.TEXT);
  }

  private static byte[] word(String name) throws IOException {
    try (InputStream in = SameContentTest.class.getResourceAsStream("/documents/word/" + name)) {
      return in.readAllBytes();
    }
  }
}
