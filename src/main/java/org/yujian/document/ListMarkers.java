package org.yujian.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.body.Block;

/**
 * The markers of a list's items, which items contain as written; an item whose marker no format
 * counts by itself has none here.
 */
record ListMarkers(List<Marker> markers) {

  /**
   * @param length number of chars of the marker and the space behind it
   * @param number the number; -1 for a bullet
   * @param end the character behind the number, or the bullet
   */
  record Marker(int length, int number, char end) {

    boolean isBullet() {
      return number < 0;
    }

    boolean isAfter(Marker before) {
      return before.end == end && (isBullet() || before.number + 1 == number);
    }
  }

  private static final Pattern COUNTED = Pattern.compile("(?:(-)|(0|[1-9]\\d{0,5})([.)])) (?! )");

  static ListMarkers of(Block list) {
    List<Marker> markers = new ArrayList<>();
    for (String item : list.items()) {
      Matcher marker = COUNTED.matcher(item);
      if (!marker.lookingAt()) {
        markers.add(null);
      } else if (marker.group(1) != null) {
        markers.add(new Marker(marker.end(), -1, '-'));
      } else {
        int number = Integer.parseInt(marker.group(2));
        markers.add(new Marker(marker.end(), number, marker.group(3).charAt(0)));
      }
    }
    return new ListMarkers(markers);
  }

  /** Whether each item has a marker that an office program counts. */
  boolean areCounted() {
    return !markers.contains(null);
  }

  /** Whether one list of HTML gives these markers. */
  boolean isHtmlList() {
    if (!areCounted() || markers.get(0).end() == ')') {
      return false;
    }
    for (int i = 1; i < markers.size(); i++) {
      if (!markers.get(i).isAfter(markers.get(i - 1))) {
        return false;
      }
    }
    return true;
  }
}
