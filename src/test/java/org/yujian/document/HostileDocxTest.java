package org.yujian.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.body.Reading;

/** Damaged and hostile files are read or refused; nothing else happens. */
class HostileDocxTest {

  private static final int MEGABYTE = 1024 * 1024;

  private static Reading read(byte[] bytes) {
    return new DocxReader().read(bytes).reading();
  }

  private static void assertRefused(byte[] bytes, String reason) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOfSatisfying(
            DocumentRefused.class, refused -> assertThat(refused.getMessage()).contains(reason));
  }

  /** A file whose main part is this text. */
  private static byte[] main(String xml) {
    return Docx.create().part("word/document.xml", xml).bytes();
  }

  private static String around(String body) {
    return Docx.create().raw(body).document();
  }

  @Test
  void aBombIsStoppedWhileItInflates() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("word/media/a.bin", new byte[240 * MEGABYTE]);
    byte[] bomb = Docx.zip(parts);
    assertThat(bomb.length).isLessThan(MEGABYTE / 2);
    assertRefused(bomb, "larger than 64 MB");
  }

  @Test
  void aTextOfMoreCharactersThanAnyDocumentIsRefused() {
    String run = "<w:r><w:t>" + "字".repeat(100_000) + "</w:t></w:r>";
    assertRefused(main(around("<w:p>" + run.repeat(210) + "</w:p>")), "so long");
  }

  @Test
  void tooManyPartsParagraphsAndNamesAreRefused() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    for (int i = 0; i <= ZipParts.MOST_ENTRIES; i++) {
      parts.put("a" + i, new byte[0]);
    }
    assertRefused(Docx.zip(parts), "10000 parts");
    assertRefused(main(around("<w:p/>".repeat(TextBudget.MOST_PARTS + 1))), "so many paragraphs");
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 6_000; i++) {
      names.append("<w:n").append(i).append("/>");
    }
    assertRefused(main(around(names.toString())), "too many names");
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "<w:tbl><w:tr><w:tc>".repeat(5_000) + "</w:tc></w:tr></w:tbl>".repeat(5_000);
    assertRefused(main(around(deep)), "nested too deeply");
    String inside =
        "<w:p>" + "<w:smartTag>".repeat(5_000) + "</w:smartTag>".repeat(5_000) + "</w:p>";
    assertRefused(main(around(inside)), "nested too deeply");
  }

  @Test
  void nestingUpToTheLimitIsRead() {
    int levels = 60;
    String deep =
        "<w:tbl><w:tr><w:tc>".repeat(levels)
            + "<w:p>"
            + Docx.run("底")
            + "</w:p>"
            + "</w:tc></w:tr></w:tbl>".repeat(levels);
    assertThat(read(main(around(deep))).blocks()).hasSize(1);
  }

  @Test
  void aTokenOfManyMegabytesIsRefused() {
    String value = "x".repeat(5 * MEGABYTE);
    assertRefused(main(around("<w:p w:a='" + value + "'/>")), "longer than 4 MB");
    assertRefused(main(around("<!--" + value + "-->")), "longer than 4 MB");
    assertRefused(
        main(around("<w:p><w:r><w:t>" + value + "</w:t></w:r></w:p>")), "longer than 4 MB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><d>&e;</d>",
        "<!DOCTYPE d SYSTEM 'http://127.0.0.1:9/x.dtd'><d/>",
        "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]><d>&b;</d>",
        "<d>&e;</d>",
        "<d>",
        "<document><body><p></body></document>",
        "",
        "\u0000"
      })
  void brokenXmlAndEntitiesAreRefused(String xml) {
    assertThatThrownBy(() -> read(main(xml))).isInstanceOf(DocumentRefused.class);
    assertThatThrownBy(
            () -> read(Docx.create().part("word/styles.xml", xml).paragraph("甲").bytes()))
        .isInstanceOf(DocumentRefused.class);
  }

  /** The parser of the JDK would write to the console, between the lines of the log. */
  @Test
  void bytesThatAreNotUtf8AreRefusedAndTheConsoleStaysEmpty() {
    byte[] bytes = around("<w:p>" + Docx.run("甲\u00e9") + "</w:p>").getBytes(ISO_8859_1);
    PrintStream console = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, UTF_8));
    try {
      assertRefused(Docx.zip(Map.of("word/document.xml", bytes)), "XML inside the file is damaged");
    } finally {
      System.setErr(console);
    }
    assertThat(written.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "GB18030", "utf-8"})
  void otherEncodingsAreRead(String encoding) {
    String xml = around("<w:p>" + Docx.run("甲乙") + "</w:p>").replace("UTF-8", encoding);
    byte[] bytes = xml.getBytes(Charset.forName(encoding));
    assertThat(read(Docx.zip(Map.of("word/document.xml", bytes))).blocks())
        .extracting(each -> each.block().text())
        .containsExactly("甲乙");
  }

  @Test
  void chainsOfStylesAreFollowedOnlySoFar() {
    StringBuilder styles =
        new StringBuilder("<w:style w:styleId='s0'><w:rPr><w:b/></w:rPr></w:style>");
    for (int i = 1; i <= 5_000; i++) {
      styles.append(
          "<w:style w:styleId='s" + i + "'><w:basedOn w:val='s" + (i - 1) + "'/></w:style>");
    }
    Docx docx = Docx.create().styles(styles.toString());
    for (int style : new int[] {49, 50, 5_000}) {
      docx.raw("<w:p>" + Docx.run("<w:rStyle w:val='s" + style + "'/>", "甲") + "</w:p>");
    }
    assertThat(read(docx.bytes()).blocks())
        .extracting(each -> each.block().spans().size())
        .containsExactly(1, 0, 0);
  }

  @Test
  void missingPartsAreNoText() {
    assertRefused(Docx.zip(Map.of("a.txt", new byte[1])), "without a Word document");
    assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0}, "damaged");
    String rels =
        "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='none.xml'/></Relationships>";
    assertRefused(Docx.zip(Map.of("_rels/.rels", rels.getBytes(UTF_8))), "no text part");
    assertRefused(main("<workbook/>"), "not a Word document");
    assertThat(read(Docx.zip(Map.of("word/document.xml", around("").getBytes(UTF_8)))).blocks())
        .isEmpty();
  }

  @Test
  void relationshipsInACircleAreNotFollowed() {
    Docx docx =
        Docx.create()
            .link("s", "footnotes", "document.xml")
            .link("t", "numbering", "../word/document.xml")
            .paragraph("甲");
    assertThat(read(docx.bytes()).blocks()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "word/../../x", "..\\x"})
  void pathsThatLeadOutsideAreRefused(String name) {
    assertRefused(Docx.create().part(name, "x").paragraph("甲").bytes(), "leads outside");
  }

  @Test
  void partOfAFileIsRefused() {
    byte[] whole = rich();
    for (int length = 0; length < whole.length; length += 97) {
      byte[] part = Arrays.copyOf(whole, length);
      assertReadOrRefused(part, "the first " + length + " bytes");
    }
  }

  private static byte[] rich() {
    return Docx.ofText("# 题\n\n正文，\n\f\n下半。\n## 节\n甲\t乙")
        .address("r1", "https://example.org")
        .numbering(
            "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>")
        .footnotes("<w:footnote w:id='1'><w:p>" + Docx.run("注") + "</w:p></w:footnote>")
        .item(1, 0, "项")
        .raw(
            "<w:p><w:hyperlink r:id='r1'>"
                + Docx.run("链")
                + "</w:hyperlink><w:r><w:footnoteReference w:id='1'/></w:r></w:p>")
        .raw(
            "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>")
        .bytes();
  }

  /** Half of the mutations change the container, half the XML inside. */
  @Test
  void mutatedFilesAreReadOrRefused() {
    long seed = Long.getLong("docx.seed", new Random().nextLong());
    System.out.println("docx.seed=" + seed);
    Random random = new Random(seed);
    byte[] whole = rich();
    String xml =
        Docx.ofText("# 题\n正文。")
            .item(1, 0, "项")
            .raw("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")
            .document();
    for (int i = 0; i < 300; i++) {
      byte[] bytes = i % 2 == 0 ? whole.clone() : xml.getBytes(UTF_8);
      for (int flips = random.nextInt(8) + 1; flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] =
            (byte)
                (random.nextBoolean()
                    ? random.nextInt(256)
                    : "<>/&\"' w:pt".charAt(random.nextInt(11)));
      }
      Consumer<byte[]> check = mutated -> assertReadOrRefused(mutated, "docx.seed=" + seed);
      check.accept(
          i % 2 == 0
              ? bytes
              : Docx.create().part("word/document.xml", new String(bytes, ISO_8859_1)).bytes());
      if (i % 2 == 1) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("word/document.xml", bytes);
        check.accept(Docx.zip(parts));
      }
    }
  }

  private static void assertReadOrRefused(byte[] bytes, String what) {
    try {
      assertThat(read(bytes).blocks()).as(what).isNotNull();
    } catch (DocumentRefused refused) {
      assertThat(refused.getMessage()).as(what).isNotEmpty();
    }
  }
}
