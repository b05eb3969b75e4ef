package org.yujian.ingest;

import java.util.List;
import org.yujian.ingest.SourceLine.Form;

/** The lines behind one line; pictures, page breaks and captions are passed over. */
final class Ahead {

  private final List<SourceLine> lines;
  private final int at;

  Ahead(List<SourceLine> lines, int at) {
    this.lines = lines;
    this.at = at;
  }

  /** The line after {@code count} others; null behind the last one. */
  SourceLine get(int count) {
    int left = count;
    for (int i = at + 1; i < lines.size(); i++) {
      if (!isPassedOver(lines.get(i)) && left-- == 0) {
        return lines.get(i);
      }
    }
    return null;
  }

  /** A picture, caption or page break is right before the line. */
  boolean isBehindPicture() {
    return at > 0 && isPassedOver(lines.get(at - 1));
  }

  /** Below a picture, or below what stands for one that was left out. */
  boolean isBelowPicture() {
    Form before = at == 0 ? null : lines.get(at - 1).form();
    return before == Form.PICTURE || before == Form.PLACEHOLDER;
  }

  SourceLine next() {
    return get(0);
  }

  /** Captions right before the line. */
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

  private static boolean isPassedOver(SourceLine line) {
    return line.isBetween() || isCaption(line);
  }

  static ItemMarker markerOf(SourceLine line) {
    boolean text = line != null && (line.form() == Form.TEXT || line.form() == Form.ITEM);
    return text ? ItemMarker.of(line.text()) : null;
  }
}
