package org.yujian.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.yujian.body.Block;
import org.yujian.body.Span;

/** Writes the text part of a Word file, and the parts with its lists and links. */
final class WordBody {

  private static final String BULLETS = "1";

  private final WordXml xml =
      new WordXml("w:document", "xmlns:w", WordXml.MAIN, "xmlns:r", WordXml.RELATIONSHIP);
  private final List<ListMarkers.Marker> numberings = new ArrayList<>();
  private final Map<String, String> links = new LinkedHashMap<>();
  private int headings;
  private boolean afterList;

  byte[] write(ExportedArticle article) {
    xml.open("w:body");
    // With a title, headings begin at 1 below it; without one, a heading 1 would be the title.
    headings = article.title() == null ? 0 : 1;
    if (article.title() != null) {
      paragraph("Title", article.title(), List.of());
    }
    if (article.subtitle() != null || article.isHeadedAtOnce()) {
      // An empty one says that the heading which follows is none.
      paragraph("Subtitle", article.subtitle() == null ? "" : article.subtitle(), List.of());
    }
    article.blocks().forEach(this::block);
    if (article.byline() != null) {
      paragraph(null, article.byline(), List.of());
    }
    xml.open("w:sectPr");
    xml.empty("w:pgSz", "w:w", "11906", "w:h", "16838");
    xml.close().close();
    return xml.end();
  }

  private void block(Block block) {
    ListMarkers markers = block.kind() == Block.Kind.LIST ? ListMarkers.of(block) : null;
    // Two lists in a row would be read as one.
    boolean counted = markers != null && markers.areCounted() && !afterList;
    String lines = String.join("\n", block.lines());
    switch (block.kind()) {
      case HEADING -> paragraph("Heading" + (block.level() - headings), lines, block.spans());
      case QUOTE -> paragraph("Quote", lines, block.spans());
      case LIST -> {
        if (counted) {
          items(block, markers.markers());
        } else {
          paragraph(null, lines, block.spans());
        }
      }
      case TABLE -> {
        if (block.text() == null) {
          new WordTable(xml, this::runs).write(block);
        } else {
          paragraph(null, lines, block.spans());
        }
      }
      case FIGURE -> {
        if (!lines.isEmpty()) {
          paragraph("Caption", lines, block.spans());
        }
      }
      case PARAGRAPH, UNKNOWN -> paragraph(null, lines, block.spans());
    }
    afterList = counted;
  }

  /**
   * @param style id of the style; null for plain text
   */
  private void paragraph(String style, String text, List<Span> spans) {
    xml.open("w:p");
    if (style != null) {
      xml.open("w:pPr").empty("w:pStyle", "w:val", style).close();
    }
    runs(text, spans);
    xml.close();
  }

  private void items(Block list, List<ListMarkers.Marker> markers) {
    int from = 0;
    ListMarkers.Marker last = null;
    String numbering = null;
    for (int i = 0; i < markers.size(); i++) {
      ListMarkers.Marker marker = markers.get(i);
      String item = list.items().get(i);
      int to = from + item.codePointCount(0, item.length());
      if (!marker.isBullet()) {
        if (last == null || !marker.isAfter(last)) {
          numberings.add(marker);
          numbering = Integer.toString(numberings.size() + 1);
        }
        last = marker;
      }
      xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", "ListParagraph").open("w:numPr");
      xml.empty("w:ilvl", "w:val", "0");
      xml.empty("w:numId", "w:val", marker.isBullet() ? BULLETS : numbering);
      xml.close().close();
      runs(item.substring(marker.length()), Span.within(list.spans(), from + marker.length(), to));
      xml.close();
      from = to + 1;
    }
  }

  private void runs(String text, List<Span> spans) {
    int[] points = text.codePoints().toArray();
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, points.length));
    spans.forEach(
        span -> {
          cuts.add(Math.min(span.start(), points.length));
          cuts.add(Math.min(span.end(), points.length));
        });
    OpenMarks marks = new OpenMarks(spans);
    int from = cuts.pollFirst();
    for (int to : cuts) {
      marks.moveTo(from);
      run(new String(points, from, to - from), marks);
      from = to;
    }
  }

  private void run(String text, OpenMarks marks) {
    String href = marks.href();
    if (href != null) {
      String id = links.computeIfAbsent(href, none -> "link" + (links.size() + 1));
      xml.open("w:hyperlink", "r:id", id);
    }
    xml.open("w:r");
    boolean strong = marks.has(Span.STRONG);
    boolean em = marks.has(Span.EM);
    if (href != null || strong || em) {
      xml.open("w:rPr");
      if (href != null) {
        xml.empty("w:rStyle", "w:val", "Hyperlink");
      }
      if (strong) {
        xml.empty("w:b");
      }
      if (em) {
        xml.empty("w:i");
      }
      xml.close();
    }
    text(text);
    xml.close();
    if (href != null) {
      xml.close();
    }
  }

  private void text(String text) {
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? '\n' : text.charAt(i);
      if (c == '\n' || c == '\t') {
        if (from < i) {
          xml.open("w:t", "xml:space", "preserve").text(text.substring(from, i)).close();
        }
        if (i < text.length()) {
          xml.empty(c == '\n' ? "w:br" : "w:tab");
        }
        from = i + 1;
      }
    }
  }

  byte[] numbering() {
    WordXml part = new WordXml("w:numbering", "xmlns:w", WordXml.MAIN);
    definition(part, BULLETS, "bullet", "•", 1);
    for (int i = 0; i < numberings.size(); i++) {
      ListMarkers.Marker first = numberings.get(i);
      definition(part, Integer.toString(i + 2), "decimal", "%1" + first.end(), first.number());
    }
    for (int i = 1; i <= numberings.size() + 1; i++) {
      String id = Integer.toString(i);
      part.open("w:num", "w:numId", id).empty("w:abstractNumId", "w:val", id).close();
    }
    return part.end();
  }

  private static void definition(WordXml part, String id, String format, String text, int start) {
    part.open("w:abstractNum", "w:abstractNumId", id);
    part.empty("w:multiLevelType", "w:val", "singleLevel");
    part.open("w:lvl", "w:ilvl", "0");
    part.empty("w:start", "w:val", Integer.toString(start));
    part.empty("w:numFmt", "w:val", format);
    part.empty("w:lvlText", "w:val", text);
    part.empty("w:lvlJc", "w:val", "left");
    part.open("w:pPr").empty("w:ind", "w:left", "420", "w:hanging", "420").close();
    part.close().close();
  }

  byte[] relationships() {
    WordXml part =
        new WordXml(
            "Relationships",
            "xmlns",
            "http://schemas.openxmlformats.org/package/2006/relationships");
    for (String name : List.of("styles", "numbering")) {
      part.empty(
          "Relationship",
          "Id",
          name,
          "Type",
          WordXml.RELATIONSHIP + "/" + name,
          "Target",
          name + ".xml");
    }
    links.forEach(
        (address, id) ->
            part.empty(
                "Relationship",
                "Id",
                id,
                "Type",
                WordXml.RELATIONSHIP + "/hyperlink",
                "Target",
                address,
                "TargetMode",
                "External"));
    return part.end();
  }
}
