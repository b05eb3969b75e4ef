package org.yujian.shared.web;

import java.util.regex.Pattern;

/**
 * Writes a table for spreadsheets (RFC 4180): header row, CRLF, and a byte order mark, without
 * which spreadsheets do not read Chinese as UTF-8. A cell like a formula gets an apostrophe.
 */
public final class Csv {

  public static final String TYPE = "text/csv;charset=UTF-8;header=present";

  private static final Pattern FORMULA = Pattern.compile("^[\\s'\"]*[=+\\-@＝＋－＠]");
  private static final Pattern SPECIAL = Pattern.compile("[\",\r\n\t]|^\\s|\\s$");

  private final StringBuilder text = new StringBuilder("\uFEFF");

  public Csv(String... header) {
    row((Object[]) header);
  }

  public Csv row(Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : ",").append(cells[i] == null ? "" : cell(cells[i].toString()));
    }
    text.append("\r\n");
    return this;
  }

  private static String cell(String value) {
    boolean formula = FORMULA.matcher(value).find();
    String harmless = formula ? "'" + value : value;
    return formula || SPECIAL.matcher(value).find()
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : value;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
