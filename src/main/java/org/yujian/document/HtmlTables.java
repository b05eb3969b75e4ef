package org.yujian.document;

import java.util.List;
import org.jsoup.nodes.Element;

/** Replaces tables that only arrange a page by their contents, like those of Word files. */
final class HtmlTables {

  private static final String HEADINGS_AND_TABLES = "h1, h2, h3, h4, h5, h6, table";
  private static final String BLOCKS = "p, div, section, center, br, img, ul, ol";

  private HtmlTables() {}

  /** Tables are at most as many as the limit of {@code GivenBody} allows. */
  static void unwrap(Element body) {
    for (Element table : body.select("table")) {
      List<List<Element>> rows =
          table.select("tr").stream()
              .filter(row -> row.closest("table") == table)
              .map(row -> row.children().stream().filter(HtmlTables::isCell).toList())
              .toList();
      if (isLayout(rows)) {
        rows.forEach(cells -> cells.forEach(cell -> cell.tagName("div")));
        table.select("tbody, thead, tfoot, tr").stream()
            .filter(part -> part.closest("table") == table)
            .toList()
            .forEach(part -> part.tagName("div"));
        table.tagName("div");
      }
    }
  }

  private static boolean isLayout(List<List<Element>> rows) {
    List<Element> cells = rows.stream().flatMap(List::stream).toList();
    return cells.stream().anyMatch(cell -> cell.selectFirst(HEADINGS_AND_TABLES) != null)
        || rows.stream().allMatch(row -> row.size() <= 1 || isPictureBesideWords(row))
            && cells.stream().anyMatch(cell -> cell.selectFirst(BLOCKS) != null);
  }

  private static boolean isPictureBesideWords(List<Element> row) {
    return row.stream().filter(Element::hasText).count() <= 1
        && row.stream().anyMatch(cell -> !cell.hasText() && cell.selectFirst("img") != null);
  }

  private static boolean isCell(Element element) {
    return element.normalName().equals("td") || element.normalName().equals("th");
  }
}
