package org.yujian.document.program;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.IOUtils;
import org.apache.poi.util.LittleEndian;
import org.yujian.shared.process.ChildProgram;

/**
 * Reads an old Word file (.doc) from standard input and writes it to standard output as the parts
 * of a new one, or one of the words below in place of it. Ends with another exit code than 0 when
 * the file is damaged or needs too much memory.
 */
public final class DocProgram {

  /** The file has a password. */
  public static final String PASSWORD = "password";

  /** The file was saved by Word 95 or older. */
  public static final String OLD = "old";

  /** The file was saved by Microsoft Works. */
  public static final String WORKS = "works";

  /** The file is another file of an office. */
  public static final String OTHER = "other";

  private static final int START = 32;
  private static final int FLAGS = 11;
  private static final int ENCRYPTED = 1;

  /** The lowest version that the library reads; Word 95 writes 104. */
  private static final int WORD_97 = 106;

  private DocProgram() {}

  public static void main(String[] arguments) throws IOException {
    try (OutputStream out = new BufferedOutputStream(ChildProgram.begin(), 65_536)) {
      byte[] file = System.in.readAllBytes();
      String refused = convert(file, out);
      if (refused != null) {
        out.write(refused.getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  /** Writes the file; returns why it cannot be read before anything was written, or null. */
  private static String convert(byte[] file, OutputStream out) throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(file))) {
      DirectoryNode root = container.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        return PASSWORD;
      }
      if (!root.hasEntryCaseInsensitive("WordDocument")) {
        return root.hasEntryCaseInsensitive("MatOST") ? WORKS : OTHER;
      }
      String refused = refused(root);
      if (refused == null) {
        boolean macros = root.hasEntryCaseInsensitive("Macros");
        new DocConverter(new HWPFDocument(root), macros).write(out);
      }
      return refused;
    }
  }

  /** Judged by the first bytes of the text ([MS-DOC] 2.5.2), before the library reads them. */
  private static String refused(DirectoryNode root) throws IOException {
    byte[] start = new byte[START];
    try (InputStream text = root.createDocumentInputStream("WordDocument")) {
      IOUtils.readFully(text, start);
    }
    if ((start[FLAGS] & ENCRYPTED) != 0) {
      return PASSWORD;
    }
    return LittleEndian.getUShort(start, 2) < WORD_97 ? OLD : null;
  }
}
