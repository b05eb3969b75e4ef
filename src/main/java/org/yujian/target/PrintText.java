package org.yujian.target;

import java.awt.Color;

/** Text on at most {@code lines} lines, as large as fits between two font sizes, else cut. */
record PrintText(String words, float largest, float smallest, int lines, Color color) {

  static PrintText line(String words, float largest, float smallest, Color color) {
    return new PrintText(words, largest, smallest, 1, color);
  }

  static PrintText lines(String words, float largest, float smallest, Color color) {
    return new PrintText(words, largest, smallest, 2, color);
  }
}
