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

  SourceLine next() {
    return get(0);
  }

  private static boolean isPassedOver(SourceLine line) {
    return line.isBetween()
        || line.form() == Form.CAPTION
        || (line.form() == Form.TEXT && Shape.isCaption(line.text()));
  }

  static ItemMarker markerOf(SourceLine line) {
    boolean text = line != null && (line.form() == Form.TEXT || line.form() == Form.ITEM);
    return text ? ItemMarker.of(line.text()) : null;
  }
}
