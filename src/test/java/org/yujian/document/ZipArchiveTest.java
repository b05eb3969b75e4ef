package org.yujian.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.document.ZipArchive.Entry;

/** ZIP files with documents and their pictures. */
class ZipArchiveTest {

  private static final byte[] PICTURE = DocumentPicturesTest.png(300, 200, 1);

  /** Names and contents in turn; a content is a text or bytes. */
  private static byte[] zip(Object... files) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    for (int i = 0; i < files.length; i += 2) {
      Object content = files[i + 1];
      parts.put(
          (String) files[i],
          content instanceof String text ? text.getBytes(UTF_8) : (byte[]) content);
    }
    return Docx.zip(parts);
  }

  private static void assertRefused(byte[] bytes, String reason) {
    assertThatThrownBy(() -> ZipArchive.documents(bytes))
        .isInstanceOfSatisfying(
            DocumentRefused.class, refused -> assertThat(refused.getMessage()).contains(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "图/a 1.png",
        "./图/a 1.png",
        "../docs/图/a 1.png",
        "图\\a 1.png",
        "%E5%9B%BE/a%201.png",
        "图/a 1.png?w=3#x",
        "../../../../docs/图/a 1.png"
      })
  void relativeAddressesAreThoseOfTheArchive(String address) {
    ZipDocument document =
        ZipArchive.only(zip("docs/甲.md", "# 题", "docs/图/a 1.png", PICTURE, "docs/b.css", "x"));
    assertThat(document.name()).isEqualTo("甲.md");
    assertThat(document.picture(address)).isEqualTo("document:1");
    assertThat(document.picture("document:1")).isEqualTo("document:1");
    assertThat(document.taken().get(0).bytes()).isEqualTo(PICTURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.png",
        "docs/甲.md",
        "https://example.org/图/a.png",
        "//example.org/a.png",
        "file:///etc/passwd",
        "document:1",
        "%",
        ""
      })
  void otherAddressesAreNoPictures(String address) {
    ZipDocument document = ZipArchive.only(zip("docs/甲.md", "# 题", "docs/图/a.png", PICTURE));
    assertThat(document.picture(address)).isNull();
    assertThat(document.taken()).isEmpty();
  }

  @Test
  void namesOfChineseWindowsAreRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("GBK"))) {
      for (String name : List.of("文档/通知.txt", "文档/图片/集市.png")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.endsWith("txt") ? "# 题".getBytes(UTF_8) : PICTURE);
        zip.closeEntry();
      }
    }
    ZipDocument document = ZipArchive.only(bytes.toByteArray());
    assertThat(document.name()).isEqualTo("通知.txt");
    assertThat(document.picture("图片/集市.png")).isEqualTo("document:1");
  }

  @Test
  void severalDocumentsBecomeFilesWithTheirPictures() {
    byte[] other = DocumentPicturesTest.png(300, 200, 2);
    byte[] word = Docx.create().paragraph("正文。").bytes();
    byte[] archive =
        zip(
            "乙.md",
            "# 乙\n![图](p/b%201.png)",
            "甲.txt",
            "# 甲",
            "c.docx",
            word,
            "p/a.png",
            PICTURE,
            "p/b 1.png",
            other,
            "__MACOSX/._乙.md",
            "x",
            ".hidden.md",
            "x");
    assertThatThrownBy(() -> ZipArchive.only(archive)).hasMessageContaining("3 documents");
    List<Entry> entries = ZipArchive.documents(archive);
    assertThat(entries).extracting(Entry::name).containsExactly("c.docx", "乙.md", "甲.txt");
    assertThat(entries.get(0).bytes()).isEqualTo(word);
    assertThat(entries.get(2).bytes()).isEqualTo("# 甲".getBytes(UTF_8));
    ZipDocument second = ZipArchive.only(entries.get(1).bytes());
    assertThat(second.picture("p/b 1.png")).isEqualTo("document:1");
    assertThat(second.picture("p/a.png")).isNull();
    assertThat(second.taken().get(0).bytes()).isEqualTo(other);
    assertThat(ZipArchive.documents(archive).get(1).bytes()).isEqualTo(entries.get(1).bytes());
    assertThat(ZipArchive.documents(zip("甲.md", "# 甲"))).hasSize(1);
  }

  @Test
  void otherArchivesAreRefusedWithWhatToDo() {
    assertRefused(zip("a.css", "x"), "no document");
    assertRefused(zip("a.md", "# 甲", "b.zip", "x"), "another archive");
    assertRefused(zip("../a.md", "# 甲"), "leads outside");
    assertRefused(zip("/a.md", "# 甲"), "leads outside");
    assertRefused(zip("a\\..\\..\\b.md", "# 甲"), "leads outside");
    assertRefused(zip("a.md", "# 甲", "b.bin", new byte[80 * 1024 * 1024]), "larger than 64 MB");
    assertRefused(zip("a.md", new byte[21 * 1024 * 1024]), "larger than 20 MB");
    Object[] many = new Object[2 * (ZipArchive.MOST_DOCUMENTS + 1)];
    for (int i = 0; i < many.length; i += 2) {
      many[i] = i + ".md";
      many[i + 1] = "# 甲";
    }
    assertRefused(zip(many), "more than 100 documents");
    byte[] whole = zip("a.md", "# 甲", "p.png", PICTURE);
    assertRefused(Arrays.copyOf(whole, whole.length / 2), "damaged");
  }

  @Test
  void formatsAreToldByTheDirectory() {
    byte[] docx = Docx.create().bytes();
    assertThat(ZipNames.isOffice(docx)).isTrue();
    assertThat(ZipNames.isOffice(Arrays.copyOf(docx, docx.length / 2))).isTrue();
    assertThat(ZipNames.isOffice(zip("a.docx", docx))).isFalse();
    assertThat(ZipNames.isOpenDocument(Odt.create().bytes())).isTrue();
    assertThat(ZipNames.isOpenDocument(zip("mimetype", "x", "META-INF/container.xml", "x")))
        .isFalse();
    long seed = Long.getLong("zip.seed", new Random().nextLong());
    System.out.println("zip.seed=" + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = Arrays.copyOf(docx, 4 + random.nextInt(docx.length - 3));
      for (int flips = random.nextInt(9); flips > 0; flips--) {
        bytes[bytes.length - 1 - random.nextInt(Math.min(60, bytes.length))] =
            (byte) random.nextInt(256);
      }
      assertThat(ZipNames.isOpenDocument(bytes)).as("zip.seed=" + seed).isFalse();
    }
  }
}
