package org.yujian.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.yujian.body.MarkedWords.Text;
import org.yujian.body.ReadBlock.Form;
import org.yujian.body.ReadBlock.LineStart;

/**
 * Collects the items of one list; items of inner lists are added to the same list. In documents
 * with markers (Markdown) each item keeps its own, and text after an inner list has none; otherwise
 * (HTML) the outer list numbers all items.
 */
public final class ListItems {

  private record Item(Text text, String marker) {}

  private static final Pattern WRITTEN = Pattern.compile("-|\\d{1,9}[.)]");

  private final List<Item> items = new ArrayList<>();
  private String next;
  private String marker;
  private boolean hasMarkers;

  /** The marker that an item of HTML names, for lists with several kinds of them. */
  public static Optional<String> writtenMarker(Element element) {
    return Optional.of(element.attr(HtmlReader.MARKER))
        .filter(marker -> element.normalName().equals("li"))
        .filter(ListItems::isWritten);
  }

  /** Whether items keep this marker as written; other ones are part of the words. */
  public static boolean isWritten(String marker) {
    return WRITTEN.matcher(marker).matches();
  }

  void next(String marker) {
    next = marker;
  }

  String takeMarker() {
    String taken = next;
    next = null;
    return taken;
  }

  /** Ends the current item, if it has words; {@code begins} is true if another one follows. */
  void take(MarkedWords words, boolean begins) {
    Text text = words.takeLine();
    if (!text.isEmpty()) {
      items.add(new Item(text, marker));
      marker = null;
    }
    if (begins) {
      marker = takeMarker();
      hasMarkers |= marker != null;
    }
  }

  /** Ends the list; empty without items. A negative {@code start} means a bullet list. */
  Optional<ReadBlock> end(int start) {
    List<String> written = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    List<LineStart> starts = new ArrayList<>();
    int from = 0;
    for (Item item : items) {
      String prefix = prefix(item, start < 0 ? -1 : start + written.size());
      written.add(prefix + item.text().text());
      for (Span span : item.text().spans()) {
        spans.add(span.shifted(from + prefix.length()));
      }
      for (LineStart each : item.text().starts()) {
        starts.add(each.at() == 0 ? each.shifted(from) : each.shifted(from + prefix.length()));
      }
      from += prefix.length() + item.text().length() + 1;
    }
    items.clear();
    marker = null;
    hasMarkers = false;
    return written.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReadBlock(Block.list(written, spans), 0, Form.PLAIN, starts));
  }

  private String prefix(Item item, int number) {
    if (hasMarkers) {
      return item.marker() == null ? "" : item.marker() + " ";
    }
    return number < 0 ? "- " : number + ". ";
  }
}
