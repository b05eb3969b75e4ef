package org.yujian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

/** The text of PDF files, which a child process reads. */
class PdfTextTest {

  private interface Change {
    void to(PDDocument document) throws IOException;
  }

  private static byte[] festival() throws IOException {
    try (InputStream in = PdfTextTest.class.getResourceAsStream("/documents/word/festival.pdf")) {
      return in.readAllBytes();
    }
  }

  /** Pages with these lines in a font that the file does not contain; those with # are large. */
  private static byte[] pdf(Change change, String... pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDType1Font font = new PDType1Font(FontName.HELVETICA);
      for (String words : pages) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.newLineAtOffset(72, 700);
          content.setLeading(20);
          for (String line : words.split("\n")) {
            content.setFont(font, line.startsWith("#") ? 18 : 12);
            content.showText(line.replace("#", ""));
            content.newLine();
          }
          content.endText();
        }
      }
      change.to(document);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static Change locked(String password, boolean copied) {
    return document -> {
      AccessPermission permission = new AccessPermission();
      permission.setCanExtractContent(copied);
      document.protect(new StandardProtectionPolicy("owner", password, permission));
    };
  }

  private static void assertRefused(byte[] bytes, String reason) {
    assertThatThrownBy(() -> PdfText.read(bytes))
        .isInstanceOfSatisfying(
            DocumentRefused.class, refused -> assertThat(refused.getMessage()).contains(reason));
  }

  @Test
  void linesAreThoseOfThePagesWithAMarkBehindEach() throws IOException {
    PdfText text = PdfText.read(pdf(document -> {}, "one line\nand another", "second page"));
    assertThat(text.text()).isEqualTo("one line\nand another\fsecond page\f");
    assertThat(text.pictures()).isFalse();
  }

  @Test
  void chineseTextOfAnOfficeIsReadInOrder() throws IOException {
    PdfText text = PdfText.read(festival());
    assertThat(text.text())
        .contains("街道面向全区招募六十名志愿者，负责引导、讲解和秩序维护，请有意者抓紧时间，尽快")
        .containsSubsequence("1.身份证", "2.衣物", "排班", "一、有序排队", "二、看护儿童");
    assertThat(text.pictures()).isTrue();
  }

  @Test
  void shortLinesInLargeLettersAreTitlesIfTextFollowsEach() throws IOException {
    String article =
        "\nwords of the article that fill\nmore lines of the page, and then\nthey end.";
    String weekly = "#The first title\n#goes on" + article + "\n#The second title" + article;
    assertThat(PdfText.read(pdf(document -> {}, weekly)).text())
        .isEqualTo(weekly.replace("#", "# ").replace("\n# goes on", "goes on") + "\f");
    String poster = "#Fair\nSaturday\n#Lights\nSunday" + article;
    assertThat(PdfText.read(pdf(document -> {}, poster)).text()).doesNotContain("#");
  }

  @Test
  void formsOfCharactersInFontsBecomeTheUsualOnes() {
    assertThat(PdfText.plain("\u2F42\u4EF6\uF9DA\u00A0\uFB01x")).isEqualTo("文件栗 fix");
  }

  @Test
  void lockedScannedAndLongFilesAreRefusedWithWhatToDo() throws IOException {
    assertRefused(pdf(locked("secret", true), "words"), "has a password");
    assertRefused(pdf(locked("", false), "words"), "does not allow to copy");
    assertThat(PdfText.read(pdf(locked("", true), "words")).text()).contains("words");
    assertRefused(pdf(document -> {}, ""), "pictures without text");
    Change many =
        document -> {
          for (int i = 0; i < 2_001; i++) {
            document.addPage(new PDPage());
          }
        };
    assertRefused(pdf(many, "words"), "more than 2000 pages");
  }

  @Test
  void partOfAFileIsRefusedOrRead() throws IOException {
    byte[] whole = pdf(document -> {}, "words\nand lines");
    for (int length : new int[] {5, 20, whole.length / 2, whole.length - 30}) {
      assertReadOrRefused(Arrays.copyOf(whole, length), "the first " + length + " bytes");
    }
    assertRefused("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "damaged");
  }

  /** One page whose text is drawn by forms that draw each other 2^60 times. */
  @Test
  void aFileThatNeverEndsIsStopped() {
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
    pdf.append("2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n");
    pdf.append(
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>endobj\n");
    pdf.append("4 0 obj<</Length 5>>stream\n/F Do\nendstream endobj\n");
    for (int i = 5; i < 45; i++) {
      pdf.append(i)
          .append(" 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F ")
          .append(i + 1)
          .append(" 0 R>>>>/Length 11>>stream\n/F Do /F Do\nendstream endobj\n");
    }
    pdf.append(
        "45 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 1>>stream\n \nendstream endobj\n");
    pdf.append("trailer<</Root 1 0 R/Size 46>>\n%%EOF");
    long start = System.nanoTime();
    assertReadOrRefused(pdf.toString().getBytes(StandardCharsets.US_ASCII), "forms in forms");
    assertThat(System.nanoTime() - start).isLessThan(30_000_000_000L);
  }

  @Test
  void mutatedFilesAreReadOrRefused() throws IOException {
    long seed = Long.getLong("pdf.seed", new Random().nextLong());
    System.out.println("pdf.seed=" + seed);
    Random random = new Random(seed);
    byte[] whole = pdf(document -> {}, "words\nand lines");
    for (int i = 0; i < Integer.getInteger("pdf.files", 8); i++) {
      byte[] bytes = whole.clone();
      for (int flips = random.nextInt(20) + 1; flips > 0; flips--) {
        bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt(256);
      }
      assertReadOrRefused(bytes, "pdf.seed=" + seed);
    }
  }

  private static void assertReadOrRefused(byte[] bytes, String what) {
    try {
      assertThat(PdfText.read(bytes).text()).as(what).isNotBlank();
    } catch (DocumentRefused refused) {
      assertThat(refused.getMessage()).as(what).isNotEmpty();
    }
  }
}
