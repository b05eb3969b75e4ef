package org.yujian.body;

/** Estimates how long an article takes to read. */
public final class ReadingTime {

  /** Usual speed of reading Chinese silently on a screen. */
  private static final int CHARACTERS_PER_MINUTE = 400;

  private ReadingTime() {}

  public static int seconds(int characters) {
    return (characters * 60 + CHARACTERS_PER_MINUTE - 1) / CHARACTERS_PER_MINUTE;
  }
}
