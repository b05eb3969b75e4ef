package org.yujian.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Computes the indentation of list items in Markdown, so that reading gives the same markers again.
 * An item that continues no open list begins a list inside the previous item.
 */
final class ListIndent {

  /** List marker as Markdown recognizes it. */
  private static final Pattern MARKER = Pattern.compile("(?:([-+*])|(\\d{1,9})([.)]))[ \\t]+");

  /** An open list; {@code kind} is its bullet, or the character after its numbers. */
  private record Level(String kind, int next, int indent, int width) {}

  private final Deque<Level> open = new ArrayDeque<>();
  private int length;
  private boolean apart;

  /** Places the next item; false if Markdown would not recognize its marker. */
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
    // In Markdown only an ordered list that starts with 1 can interrupt a paragraph.
    apart = !goesOn && !bullet && number != 1;
    return true;
  }

  /** Length of the current item's marker in chars. */
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
