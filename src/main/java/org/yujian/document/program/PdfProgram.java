package org.yujian.document.program;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.yujian.shared.process.ChildProgram;

/**
 * Reads a PDF from standard input and writes the lines of its pages to standard output in UTF-8,
 * with a form feed at the end of each page, behind one of the letters below. Ends with another exit
 * code than 0 when the file is damaged or needs too much memory.
 */
public final class PdfProgram {

  /** Text follows. */
  public static final char TEXT = 'T';

  /** Text of pages with pictures follows. */
  public static final char TEXT_WITH_PICTURES = 'P';

  /** The file has a password, or does not allow to read its text; nothing follows. */
  public static final char PASSWORD = 'L';

  /** The pages have no text; nothing follows. */
  public static final char SCANNED = 'S';

  /** The file has more pages than are read; nothing follows. */
  public static final char TOO_MANY_PAGES = 'M';

  public static final int MOST_PAGES = 2_000;

  private PdfProgram() {}

  public static void main(String[] arguments) throws IOException {
    LogManager.getLogManager().reset();
    FontMappers.set(new PdfFonts());
    try (Writer out = new OutputStreamWriter(ChildProgram.begin(), StandardCharsets.UTF_8)) {
      out.write(text(System.in.readAllBytes()));
    }
  }

  private static String text(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      if (!document.getCurrentAccessPermission().canExtractContent()) {
        return String.valueOf(PASSWORD);
      }
      if (document.getNumberOfPages() > MOST_PAGES) {
        return String.valueOf(TOO_MANY_PAGES);
      }
      String text = new PdfLines().read(document);
      if (text.isBlank()) {
        return String.valueOf(SCANNED);
      }
      return (hasPictures(document) ? TEXT_WITH_PICTURES : TEXT) + text;
    } catch (InvalidPasswordException locked) {
      return String.valueOf(PASSWORD);
    }
  }

  private static boolean hasPictures(PDDocument document) {
    for (PDPage page : document.getPages()) {
      PDResources resources = page.getResources();
      if (resources == null) {
        continue;
      }
      for (COSName name : resources.getXObjectNames()) {
        if (resources.isImageXObject(name)) {
          return true;
        }
      }
    }
    return false;
  }
}
