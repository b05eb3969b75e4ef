package org.yujian.edition.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the items of one list are indented in Markdown, so that reading it again gives the same
 * markers: an item that goes on no list that is open begins one inside the item before it.
 */
final class ListIndent {

  /** What Markdown takes for an item's marker. */
  private static final Pattern MARKER = Pattern.compile("(?:([-+*])|(\\d{1,9})([.)]))[ \\t]+");

  /**
   * A list that is open.
   *
   * @param kind its bullet or what stands behind its numbers
   * @param next the number of its next item
   */
  private record Level(String kind, int next, int indent, int width) {}

  private final Deque<Level> open = new ArrayDeque<>();
  private int length;
  private boolean apart;

  /** Takes the next item; false when Markdown would see none. */
  boolean next(String item) {
    Matcher marker = MARKER.matcher(item);
    if (!marker.lookingAt()) {
      length = 0;
      return false;
    }
    length = marker.end();
    boolean bullet = marker.group(1) != null;
    String kind = bullet ? marker.group(1) : marker.group(3);
    int number = bullet ? 0 : Integer.parseInt(marker.group(2));
    int next = bullet ? 0 : number + 1;
    boolean goesOn =
        open.stream().anyMatch(level -> level.kind().equals(kind) && level.next() == number);
    if (goesOn) {
      Level level = open.pop();
      while (!level.kind().equals(kind) || level.next() != number) {
        level = open.pop();
      }
      open.push(new Level(kind, next, level.indent(), length));
    } else {
      int indent = open.isEmpty() ? 0 : open.peek().indent() + open.peek().width();
      open.push(new Level(kind, next, indent, length));
    }
    // A list that begins with another number than 1 cannot begin right below a paragraph.
    apart = !goesOn && !bullet && number != 1;
    return true;
  }

  /** Characters of the item that are its marker. */
  int markerLength() {
    return length;
  }

  boolean isApart() {
    return apart;
  }

  String indent() {
    return " ".repeat(open.isEmpty() ? 0 : open.peek().indent());
  }
}
