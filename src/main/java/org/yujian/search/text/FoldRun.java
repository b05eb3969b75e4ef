package org.yujian.search.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.Arrays;

/**
 * One text on its way through the fold. Most characters are plain: one in, one out, by a table. The
 * others form segments: a code point with all that joins it (marks, what is dropped), which are
 * normalized as a whole.
 */
final class FoldRun {
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private final FoldTable table = FoldTable.get();
  private final char[] in;
  private char[] out;
  private int length;

  /** For each unit of {@code out} its code points of the original; null when nobody asks. */
  private int[] starts;

  private int[] ends;
  private int codePoints;

  FoldRun(String original, boolean withOffsets) {
    in = original.toCharArray();
    out = new char[in.length + 16];
    if (withOffsets) {
      starts = new int[out.length];
      ends = new int[out.length];
    }
    run();
  }

  String text() {
    return new String(out, 0, length);
  }

  FoldedText mapped() {
    return new FoldedText(
        text(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length), codePoints);
  }

  private void run() {
    char[] plain = table.plain();
    int at = 0;
    while (at < in.length) {
      char folded = plain[in[at]];
      if (folded != 0 && (at + 1 == in.length || plain[in[at + 1]] != 0)) {
        put(folded, codePoints, codePoints + 1);
        codePoints++;
        at++;
      } else {
        at = segment(at);
      }
    }
  }

  /** Folds what begins here, and answers where the next one begins. */
  private int segment(int from) {
    int first = Character.codePointAt(in, from);
    int to = from + Character.charCount(first);
    int start = codePoints++;
    if (to == in.length || !table.joinsBack(Character.codePointAt(in, to))) {
      put(table.folded(first), start, codePoints);
      return to;
    }
    Cluster cluster = new Cluster(table);
    cluster.add(first);
    int end = codePoints;
    while (to < in.length) {
      int next = Character.codePointAt(in, to);
      if (!table.joinsBack(next)) {
        break;
      }
      to += Character.charCount(next);
      codePoints++;
      // Of what is dropped, a variation selector belongs to its character, a soft hyphen does not.
      if (cluster.add(next) || isAttached(next)) {
        end = codePoints;
      }
    }
    put(cluster.folded(), start, end);
    return to;
  }

  private static boolean isAttached(int codePoint) {
    return codePoint == ZERO_WIDTH_JOINER
        || UCharacter.hasBinaryProperty(codePoint, UProperty.GRAPHEME_EXTEND);
  }

  private void put(String folded, int start, int end) {
    for (int i = 0; i < folded.length(); i++) {
      put(folded.charAt(i), start, end);
    }
  }

  private void put(char folded, int start, int end) {
    if (folded == ' ' && length > 0 && out[length - 1] == ' ') {
      if (ends != null) {
        ends[length - 1] = end;
      }
      return;
    }
    if (length == out.length) {
      grow();
    }
    if (ends != null) {
      starts[length] = start;
      ends[length] = end;
    }
    out[length++] = folded;
  }

  private void grow() {
    int larger = out.length + out.length / 2;
    out = Arrays.copyOf(out, larger);
    if (ends != null) {
      starts = Arrays.copyOf(starts, larger);
      ends = Arrays.copyOf(ends, larger);
    }
  }
}
