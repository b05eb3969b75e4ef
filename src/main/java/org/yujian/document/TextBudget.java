package org.yujian.document;

/** Limits how much one document of an office may hold. */
final class TextBudget {

  /** Maximum number of paragraphs, rows and cells. */
  static final int MOST_PARTS = 250_000;

  private static final int LONGEST = 20 * 1024 * 1024;

  private int parts;
  private int characters;

  /** Counts a paragraph, row or cell. */
  void part() {
    if (++parts > MOST_PARTS) {
      throw new DocumentRefused(
          DocumentRefused.BODY_TOO_LONG,
          "A document may not have so many paragraphs and cells. Split it into several files.",
          MOST_PARTS);
    }
  }

  void text(int length) {
    characters += length;
    if (characters > LONGEST) {
      throw new DocumentRefused(
          DocumentRefused.BODY_TOO_LONG, "No article may be so long.", DocumentRefused.MAX_BODY);
    }
  }
}
