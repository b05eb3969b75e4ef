package org.yujian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.ingest.ImportFixtures.article;
import static org.yujian.ingest.ImportFixtures.document;
import static org.yujian.ingest.ImportFixtures.longText;
import static org.yujian.ingest.ImportFixtures.simple;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.document.Docx;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** What cannot be read is a problem and leaves no row behind, in no table. */
@QuarkusTest
class ImportRefusedTest extends DeskTest {
  private static final int MEGABYTE = 1024 * 1024;

  private JsonPath refused(Upload upload, int status, String code) {
    String before = everyCount();
    JsonPath problem = problem(upload(upload), status, code);
    assertThat(everyCount()).isEqualTo(before);
    return problem;
  }

  @ParameterizedTest
  @CsvSource({"a.rtf,7b5c72746631", "a.png,89504e470d0a1a0a", "a.html,89504e470d0a1a0a"})
  void otherKindsOfFilesAreUnsupported(String name, String bytes) {
    refused(Upload.of(name, HexFormat.of().parseHex(bytes)), 415, "unsupported-document");
  }

  @ParameterizedTest
  @CsvSource({
    "a.mhtml, 正文。, HTML",
    "a.doc, 'MIME-Version: 1.0', HTML",
    "a.json, 正文。, JSON",
    "a.txt, '{\"a\": \"正文。\"}', JSON",
    "a.xml, 正文。, XML",
    "a.md, <?xml version='1.0'?><a>正文。</a>, XML"
  })
  void textThatIsNoDocumentForReadersIsUnsupported(String name, String text, String kind) {
    JsonPath problem = refused(Upload.of(name, text), 415, "unsupported-document");
    assertThat(problem.getString("reason")).contains(kind);
  }

  @Test
  void anArchiveWithoutADocumentIsUnsupported() {
    for (String part : List.of("content.xml", "a.css", "b.zip")) {
      JsonPath problem =
          refused(Upload.of("a.zip", Docx.archive(part)), 415, "unsupported-document");
      assertThat(problem.getString("reason")).contains("The ZIP file holds");
    }
  }

  static Stream<Arguments> damaged() {
    byte[] text = document(simple("甲")).getBytes(StandardCharsets.UTF_8);
    text[50] = (byte) 0xFF;
    return Stream.of(
        Arguments.of("a broken byte", text),
        Arguments.of("half a Word file", Docx.create().paragraph("正文。").half()),
        Arguments.of("the start of a PDF", HexFormat.of().parseHex("255044462d312e37")),
        Arguments.of("the start of a .doc", HexFormat.of().parseHex("d0cf11e0a1b11ae1")),
        Arguments.of("the start of a ZIP file", HexFormat.of().parseHex("504b030414000600")),
        Arguments.of("NUL", document("# 甲\n\n正\u0000文。").getBytes(StandardCharsets.UTF_8)),
        Arguments.of("half of UTF-16", new byte[] {(byte) 0xFF, (byte) 0xFE, 0x61}),
        Arguments.of("half a pair", new byte[] {(byte) 0xFF, (byte) 0xFE, 0x00, (byte) 0xD8}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damaged")
  void damagedTextIsRefused(String name, byte[] bytes) {
    refused(Upload.of("a.txt", bytes).publish(), 422, "document-damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "　\t\n\u00A0", "\uFEFF"})
  void nothingButWhiteSpaceIsEmpty(String text) {
    refused(Upload.text(text), 422, "document-empty");
  }

  @Test
  void twentyMegabytesAreTheMost() {
    JsonPath problem =
        refused(Upload.of("a.txt", new byte[20 * MEGABYTE + 1]), 413, "document-too-large");
    assertThat(problem.getString("limit")).isEqualTo("document");
    assertThat(problem.getInt("value")).isEqualTo(20 * MEGABYTE);
  }

  @Test
  void aBodyBeyondAMillionCharactersIsRefused() {
    String long1 = longText(1_000_000);
    String text = document(article("甲", long1, "多。"));
    JsonPath problem = refused(Upload.text(text), 422, "body-too-long");
    assertThat(problem.getString("limit")).isEqualTo("body");
    assertThat(problem.getInt("value")).isEqualTo(1_000_000);
  }

  @Test
  void oneArticleOfTwentyMegabytesIsRefused() {
    byte[] text =
        document(article("甲", "字".repeat(6_600_000) + "。")).getBytes(StandardCharsets.UTF_8);
    assertThat(text.length).isLessThan(20 * MEGABYTE);
    refused(Upload.of("a.txt", text).publish(), 422, "body-too-long");
  }

  @Test
  void theFormIsChecked() {
    refused(Upload.empty().publish(), 400, "invalid-parameter");
    refused(Upload.text(document(simple("甲"))).with("publish", "yes"), 400, "invalid-parameter");
    refused(Upload.text(document(simple("甲"))).with("force", "1"), 400, "invalid-parameter");
    refused(Upload.text(document(simple("甲"))).with("updates", "x"), 400, "invalid-parameter");
    refused(Upload.text(simple("甲")).with("account", "a\u0000"), 400, "invalid-parameter");
    refused(Upload.text(simple("甲")).with("account", "长".repeat(20_000)), 422, "account-required");
  }

  static Stream<Arguments> fileNames() {
    return Stream.of(
        Arguments.of("../../etc/通知.txt", "通知.txt"),
        Arguments.of("C:/temp/通知.txt", "通知.txt"),
        Arguments.of("豫园🏮😀.md", "豫园🏮😀.md"),
        Arguments.of("a\u0000b\u0007\u202Ec.txt", "abc.txt"),
        Arguments.of("   ", "document.txt"),
        Arguments.of("/", "document.txt"),
        Arguments.of("名".repeat(500) + ".md", "名".repeat(197) + ".md"));
  }

  @ParameterizedTest
  @MethodSource("fileNames")
  void fileNamesOfAnyKindAreTaken(String sent, String kept) {
    JsonPath report = imported(Upload.of(sent, document(simple("甲"))));
    assertThat(report.getString("file.name")).isEqualTo(kept);
    assertThat(report.getString("file.type"))
        .isEqualTo(kept.endsWith(".md") ? "text/markdown" : "text/plain");
    assertThat(deskRead("/v1/desk/imports").getList("items.fileName")).containsExactly(kept);
  }

  @Test
  void moreThanTwoHundredArticlesAreRefusedAtOnce() {
    for (String text : new String[] {"# a\n\nb。\n\n".repeat(8_000), "# a\n".repeat(100_000)}) {
      JsonPath problem = refused(Upload.text(document(text)).publish(), 422, "too-many-articles");
      assertThat(problem.getString("limit")).isEqualTo("articles");
      assertThat(problem.getInt("value")).isEqualTo(200);
    }
  }

  @Test
  void whatAFormMayNotHoldIsNamed() {
    String text = document(simple("甲"));
    Upload two = Upload.text(text).with("file", text);
    assertField(refused(two, 422, "invalid-body"), "file", "duplicate");
    Upload twice = Upload.text(text).publish().with("publish", false);
    assertField(refused(twice, 422, "invalid-body"), "publish", "duplicate");
    Upload mistyped = Upload.text(text).with("publsh", true);
    assertField(refused(mistyped, 422, "invalid-body"), "publsh", "unknown");
    Upload other = Upload.text(text).with("foo", "1");
    assertField(refused(other, 422, "invalid-body"), "foo", "unknown");
  }

  private static void assertField(JsonPath problem, String name, String code) {
    assertThat(problem.getString("errors[0].parameter")).isEqualTo(name);
    assertThat(problem.getString("errors[0].code")).isEqualTo(code);
  }
}
