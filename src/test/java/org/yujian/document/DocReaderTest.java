package org.yujian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yujian.body.Loss;

/** Old Word files, which a child process reads; {@code SameContentTest} compares their texts. */
class DocReaderTest {

  /** Offsets in the header of the text, and values there. */
  private static final int VERSION = 2;

  private static final int FLAGS = 11;

  private static byte[] festival() throws IOException {
    try (InputStream in = DocReaderTest.class.getResourceAsStream("/documents/word/festival.doc")) {
      return in.readAllBytes();
    }
  }

  /** Where the text of the file begins. */
  private static int text(byte[] doc) {
    for (int i = 0; i < doc.length; i += 512) {
      if ((doc[i] & 0xFF) == 0xEC && (doc[i + 1] & 0xFF) == 0xA5) {
        return i;
      }
    }
    throw new AssertionError("no text");
  }

  private static void assertRefused(byte[] bytes, String reason) {
    assertThatThrownBy(() -> new DocReader().read(bytes))
        .isInstanceOfSatisfying(
            DocumentRefused.class, refused -> assertThat(refused.getMessage()).contains(reason));
  }

  @Test
  void structureMarksAndFindingsAreThoseOfANewFile() throws IOException {
    DocumentReader.Result doc = new DocReader().read(festival());
    DocumentReader.Result docx;
    try (InputStream in =
        DocReaderTest.class.getResourceAsStream("/documents/word/festival.docx")) {
      docx = new DocxReader().read(in.readAllBytes());
    }
    assertThat(blocks(doc)).isEqualTo(blocks(docx));
    assertThat(doc.reading().losses().stream().map(Loss::what))
        .containsExactlyInAnyOrderElementsOf(
            docx.reading().losses().stream().map(Loss::what).toList());
    assertThat(doc.pictures()).hasSize(2);
    for (int i = 0; i < 2; i++) {
      assertThat(doc.pictures().get(i).bytes()).isEqualTo(docx.pictures().get(i).bytes());
    }
  }

  /** LibreOffice writes no alternative texts into old files. */
  private static List<String> blocks(DocumentReader.Result result) {
    return result.reading().blocks().stream()
        .map(read -> read.block().toString().replaceAll("alt=[^,]*", ""))
        .toList();
  }

  @Test
  void aFileWithAPasswordOrOfAnOldProgramIsRefused() throws IOException {
    byte[] locked = festival();
    locked[text(locked) + FLAGS] |= 1;
    assertRefused(locked, "without a password");
    byte[] old = festival();
    old[text(old) + VERSION] = 104;
    old[text(old) + VERSION + 1] = 0;
    assertRefused(old, "Word 95");
  }

  @ParameterizedTest
  @CsvSource({
    "EncryptedPackage, without a password",
    "MatOST, Microsoft Works",
    "Workbook, not a Word document",
    "WordDocument, Word 95"
  })
  void otherContainersAreRefusedWithWhatToDo(String entry, String reason) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      container.createDocument(new ByteArrayInputStream(new byte[5_000]), entry);
      container.writeFilesystem(bytes);
    }
    assertRefused(bytes.toByteArray(), reason);
  }

  @Test
  void partOfAFileIsRefusedOrRead() throws IOException {
    byte[] whole = festival();
    for (int length : new int[] {8, 600, 5_000, whole.length - 700}) {
      assertReadOrRefused(Arrays.copyOf(whole, length), "the first " + length + " bytes");
    }
    assertRefused("\u00D0\u00CF\u0011\u00E0".getBytes(StandardCharsets.ISO_8859_1), "damaged");
  }

  @Test
  void mutatedFilesAreReadOrRefused() throws IOException {
    long seed = Long.getLong("doc.seed", new Random().nextLong());
    System.out.println("doc.seed=" + seed);
    Random random = new Random(seed);
    for (int i = 0; i < Integer.getInteger("doc.files", 8); i++) {
      byte[] bytes = festival();
      for (int flips = random.nextInt(60) + 1; flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      assertReadOrRefused(bytes, "doc.seed=" + seed);
    }
  }

  private static void assertReadOrRefused(byte[] bytes, String what) {
    try {
      assertThat(new DocReader().read(bytes).reading().blocks()).as(what).isNotNull();
    } catch (DocumentRefused refused) {
      assertThat(refused.getMessage()).as(what).isNotEmpty();
    }
  }
}
