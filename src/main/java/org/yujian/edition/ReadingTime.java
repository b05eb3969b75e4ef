package org.yujian.edition;

/** How long an article takes to read. */
final class ReadingTime {

  /** Silent reading of Chinese on a screen, a usual figure. */
  private static final int CHARACTERS_PER_MINUTE = 400;

  private ReadingTime() {}

  static int seconds(int characters) {
    return (characters * 60 + CHARACTERS_PER_MINUTE - 1) / CHARACTERS_PER_MINUTE;
  }
}
