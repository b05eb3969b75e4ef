package org.yujian.document;

import org.jsoup.nodes.Element;
import org.yujian.body.HtmlReader;
import org.yujian.body.ListItems;

/** Writes the markers of lists inside lists, of which {@link HtmlReader} makes one list. */
final class HtmlLists {

  private static final String LISTS = "ol, ul";

  private HtmlLists() {}

  /** Sets the missing markers of items of lists that contain lists or are inside one. */
  static void mark(Element body) {
    for (Element list : body.select(LISTS)) {
      boolean inner = list.parent() != null && list.parent().closest(LISTS) != null;
      if (inner || list.select(LISTS).size() > 1) {
        mark(list, list.normalName().equals("ol"));
      }
    }
  }

  private static void mark(Element list, boolean numbered) {
    String start = list.attr("start").strip();
    int number = start.matches("\\d{1,8}") ? Integer.parseInt(start) : 1;
    for (Element item : list.children()) {
      if (item.normalName().equals("li")) {
        if (ListItems.writtenMarker(item).isEmpty()) {
          item.attr(HtmlReader.MARKER, numbered ? number + "." : "-");
        }
        number++;
      }
    }
  }
}
