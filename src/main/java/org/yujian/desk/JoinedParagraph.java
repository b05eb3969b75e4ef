package org.yujian.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yujian.ingest.ImportReport.JoinView;

/** A paragraph of an imported article that was put together from several blocks of the document. */
record JoinedParagraph(List<Part> parts) {

  /**
   * A piece of the paragraph.
   *
   * @param join the join at its end; null for the last piece
   */
  record Part(String text, JoinView join) {}

  /**
   * The paragraphs of an article that have joins, in order.
   *
   * @param lines lines of the body text; joins beyond them are left out
   */
  static List<JoinedParagraph> of(List<String> lines, List<JoinView> joins) {
    Map<Integer, List<JoinView>> byLine =
        joins.stream()
            .filter(join -> join.paragraph() <= lines.size())
            .collect(Collectors.groupingBy(JoinView::paragraph, TreeMap::new, Collectors.toList()));
    return byLine.entrySet().stream()
        .map(entry -> split(lines.get(entry.getKey() - 1), entry.getValue()))
        .toList();
  }

  private static JoinedParagraph split(String line, List<JoinView> joins) {
    List<Part> parts = new ArrayList<>();
    int begin = 0;
    for (JoinView join : joins.stream().sorted(Comparator.comparing(JoinView::offset)).toList()) {
      int end =
          line.offsetByCodePoints(
              0, Math.min(join.offset(), line.codePointCount(0, line.length())));
      parts.add(new Part(line.substring(begin, end), join));
      begin = end;
    }
    parts.add(new Part(line.substring(begin), null));
    return new JoinedParagraph(parts);
  }
}
