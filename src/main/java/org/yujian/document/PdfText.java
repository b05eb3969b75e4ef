package org.yujian.document;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.yujian.document.program.PdfProgram;
import org.yujian.shared.process.ChildFailed;
import org.yujian.shared.process.ChildProcess;

/**
 * The lines of a PDF as its pages show them, read in a child process with limited memory and time.
 * Paragraphs, headings and tables are not marked in most PDFs, so the lines are like those of a
 * plain text that was cut at the end of each line.
 *
 * @param text lines, with a form feed behind each page
 * @param pictures whether its pages have pictures, which are not read
 */
public record PdfText(String text, boolean pictures) {

  private static final ChildProcess.Limits LIMITS =
      new ChildProcess.Limits(160, Duration.ofSeconds(10), 8 * 1024 * 1024);

  /** One class of each library that the program needs. */
  private static final List<String> LIBRARIES =
      List.of(
          "org.apache.pdfbox.Loader",
          "org.apache.pdfbox.io.RandomAccessRead",
          "org.apache.fontbox.ttf.TrueTypeFont",
          "org.apache.commons.logging.LogFactory",
          "org.jboss.logging.Logger");

  /** Characters that fonts of PDFs use for the usual ones: radicals, ligatures, old forms. */
  private static final Pattern FORMS =
      Pattern.compile("[\\u2E80-\\u2FDF\\uF900-\\uFAFF\\uFB00-\\uFB06]+");

  private static final int START_BYTES = 64;
  private static final String BETTER =
      " Upload the document from which it was made, such as the Word file.";

  /**
   * @throws DocumentRefused when the bytes are damaged, locked, without text, or too large
   */
  public static PdfText read(byte[] bytes) {
    String answer;
    try {
      byte[] written = ChildProcess.run(PdfProgram.class, LIBRARIES, LIMITS, List.of(), bytes);
      answer = new String(written, StandardCharsets.UTF_8);
    } catch (ChildFailed failed) {
      failed.throwIfNotStarted();
      throw new DocumentRefused(
          DocumentRefused.DAMAGED,
          failed.isCrash()
              ? "The PDF is damaged." + BETTER
              : "The PDF is too large to be read." + BETTER);
    }
    return switch (answer.isEmpty() ? ' ' : answer.charAt(0)) {
      case PdfProgram.TEXT -> new PdfText(plain(answer.substring(1)), false);
      case PdfProgram.TEXT_WITH_PICTURES -> new PdfText(plain(answer.substring(1)), true);
      case PdfProgram.PASSWORD ->
          throw unsupported("The PDF has a password or does not allow to copy its text." + BETTER);
      case PdfProgram.SCANNED ->
          throw unsupported(
              "The pages of the PDF are pictures without text."
                  + BETTER
                  + " Or recognize its text"
                  + " (OCR) first.");
      case PdfProgram.TOO_MANY_PAGES ->
          throw unsupported(
              "The PDF has more than " + PdfProgram.MOST_PAGES + " pages. Split it first.");
      default -> throw new DocumentRefused(DocumentRefused.DAMAGED, "The PDF is damaged." + BETTER);
    };
  }

  private static DocumentRefused unsupported(String reason) {
    return new DocumentRefused(DocumentRefused.UNSUPPORTED, reason);
  }

  static String plain(String text) {
    String usual =
        FORMS
            .matcher(text.replace("\0", ""))
            .replaceAll(found -> Normalizer.normalize(found.group(), Normalizer.Form.NFKC));
    return usual.replace('\u00A0', ' ');
  }

  /** True if the file begins like a PDF, before which some programs write white space. */
  public static boolean isPdf(byte[] bytes) {
    int length = Math.min(bytes.length, START_BYTES);
    String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    return start.replace("\u00EF\u00BB\u00BF", "").strip().startsWith("%PDF-");
  }
}
