package org.yujian.target;

import java.awt.Color;

/**
 * Words to print.
 *
 * @param largest in points, as {@code smallest}: as large as it fits, and then cut
 * @param lines one, or two below each other
 */
record PrintText(String words, float largest, float smallest, int lines, Color color) {

  static PrintText line(String words, float largest, float smallest, Color color) {
    return new PrintText(words, largest, smallest, 1, color);
  }

  static PrintText lines(String words, float largest, float smallest, Color color) {
    return new PrintText(words, largest, smallest, 2, color);
  }
}
