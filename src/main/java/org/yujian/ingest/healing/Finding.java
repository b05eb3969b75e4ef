package org.yujian.ingest.healing;

import java.util.Arrays;
import java.util.List;

/**
 * An entry of the import report. {@code article} is an index from 1, {@code paragraph} a line of
 * that article's body from 1, {@code offset} a position in it in code points; each is null when it
 * does not apply. With an {@code error} the article stays a draft and cannot be published.
 *
 * @param line line of the file, from 1; null if it concerns no line
 * @param text key of its text in {@link FindingTexts}: the code, with a suffix where it has several
 * @param arguments values for the places in the text
 */
public record Finding(
    String code,
    String severity,
    Integer line,
    Integer article,
    Integer paragraph,
    Integer offset,
    String text,
    List<String> arguments) {

  /** Maximum findings of one code; a file of a million blank lines needs no more. */
  static final int MOST_OF_A_CODE = 1_000;

  static final String INFO = "info";
  static final String WARNING = "warning";
  static final String ERROR = "error";

  public static Finding info(String code, Integer line, Object... arguments) {
    return of(code, INFO, line, arguments);
  }

  public static Finding warning(String code, Integer line, Object... arguments) {
    return of(code, WARNING, line, arguments);
  }

  static Finding error(String code, Integer line, Object... arguments) {
    return of(code, ERROR, line, arguments);
  }

  private static Finding of(String code, String severity, Integer line, Object... arguments) {
    List<String> values = Arrays.stream(arguments).map(String::valueOf).toList();
    return new Finding(code, severity, line, null, null, null, code, values);
  }

  public Finding in(Integer newArticle) {
    return new Finding(code, severity, line, newArticle, paragraph, offset, text, arguments);
  }

  Finding at(int newParagraph, int newOffset) {
    return new Finding(code, severity, line, article, newParagraph, newOffset, text, arguments);
  }

  /** The finding with another of the texts that its code has. */
  public Finding as(String suffix) {
    String other = code + "." + suffix;
    return new Finding(code, severity, line, article, paragraph, offset, other, arguments);
  }

  public String message() {
    return FindingTexts.EN.text(text, arguments);
  }
}
