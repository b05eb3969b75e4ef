package org.yujian.ingest.healing;

import java.util.List;
import org.yujian.ingest.healing.SourceLine.Form;

/** Finds the lines after a line, without pictures, page breaks and captions. */
final class Ahead {

  private final List<SourceLine> lines;
  private final int at;

  Ahead(List<SourceLine> lines, int at) {
    this.lines = lines;
    this.at = at;
  }

  /** The line after this one when {@code count} others are skipped; null after the last one. */
  SourceLine get(int count) {
    int left = count;
    for (int i = at + 1; i < lines.size(); i++) {
      if (!isPassedOver(lines.get(i)) && left-- == 0) {
        return lines.get(i);
      }
    }
    return null;
  }

  /** Whether a picture, caption or page break is directly before the line. */
  boolean isBehindPicture() {
    return at > 0 && isPassedOver(lines.get(at - 1));
  }

  /** Whether a picture, or the placeholder of a missing one, is directly before the line. */
  boolean isBelowPicture() {
    Form before = at == 0 ? null : lines.get(at - 1).form();
    return before == Form.PICTURE || before == Form.PLACEHOLDER;
  }

  SourceLine next() {
    return get(0);
  }

  int captionsBefore() {
    int count = 0;
    while (count < at && isCaption(lines.get(at - 1 - count))) {
      count++;
    }
    return count;
  }

  private static boolean isCaption(SourceLine line) {
    return line.form() == Form.CAPTION
        || (line.form() == Form.TEXT && Shape.isCaption(line.text()));
  }

  /** Whether {@link #get} skips the line. */
  private static boolean isPassedOver(SourceLine line) {
    return line.isBetween() || isCaption(line);
  }

  static ItemMarker markerOf(SourceLine line) {
    boolean text = line != null && (line.form() == Form.TEXT || line.form() == Form.ITEM);
    return text ? ItemMarker.of(line.text()) : null;
  }
}
