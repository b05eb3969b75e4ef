package org.yujian.document.program;

import java.util.TreeSet;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;

/** Writes the paragraphs and tables of an old Word file. */
final class DocText {

  private static final int BODY_TEXT = 9;

  private final HWPFDocument document;
  private final DocStyles styles;
  private final DocRuns runs;

  DocText(HWPFDocument document, DocStyles styles, DocDrawings drawings) {
    this.document = document;
    this.styles = styles;
    this.runs = new DocRuns(document, drawings, this);
  }

  XmlText main() {
    XmlText xml = new XmlText().root("w:document").open("w:body");
    blocks(document.getRange(), xml);
    return xml.close("w:body").close("w:document");
  }

  /** Writes all paragraphs of a range; tables only where they are whole inside it. */
  void blocks(Range range, XmlText xml) {
    blocks(range, 0, xml);
  }

  /**
   * @param level number of tables around the range
   */
  private void blocks(Range range, int level, XmlText xml) {
    int count = range.numParagraphs();
    for (int i = 0; i < count; i++) {
      Paragraph paragraph = range.getParagraph(i);
      Table table = paragraph.getTableLevel() > level ? table(range, paragraph) : null;
      if (table == null && !(level > 0 && paragraph.isTableRowEnd())) {
        paragraph(paragraph, xml);
      } else if (table != null) {
        table(table, xml);
        i += table.numParagraphs() - 1;
      }
    }
  }

  private static Table table(Range range, Paragraph first) {
    try {
      Table table = range.getTable(first);
      return table.numRows() > 0 && table.getStartOffset() == first.getStartOffset() ? table : null;
    } catch (RuntimeException broken) {
      // Its words are read as paragraphs.
      return null;
    }
  }

  private void paragraph(Paragraph paragraph, XmlText xml) {
    xml.open("w:p").open("w:pPr");
    xml.empty("w:pStyle", "w:val", Integer.toString(paragraph.getStyleIndex()));
    int list = styles.list(paragraph);
    if (list > 0) {
      xml.open("w:numPr")
          .empty("w:ilvl", "w:val", Integer.toString(paragraph.getIlvl()))
          .empty("w:numId", "w:val", Integer.toString(list))
          .close("w:numPr");
    }
    if (paragraph.getLvl() < BODY_TEXT) {
      xml.empty("w:outlineLvl", "w:val", Integer.toString(paragraph.getLvl()));
    }
    int count = paragraph.numCharacterRuns();
    CharacterRun last = count == 0 ? null : paragraph.getCharacterRun(count - 1);
    if (last != null && last.isMarkedDeleted() && last.text().endsWith("\r")) {
      xml.open("w:rPr").empty("w:del").close("w:rPr");
    }
    xml.close("w:pPr");
    for (int i = 0; i < count; i++) {
      runs.write(paragraph.getCharacterRun(i), xml);
    }
    xml.close("w:p");
  }

  private void table(Table table, XmlText xml) {
    // The columns of the grid begin where any cell begins.
    TreeSet<Integer> edges = new TreeSet<>();
    for (int i = 0; i < table.numRows(); i++) {
      for (int j = 0; j < table.getRow(i).numCells(); j++) {
        edges.add(table.getRow(i).getCell(j).getLeftEdge());
      }
    }
    xml.open("w:tbl");
    for (int i = 0; i < table.numRows(); i++) {
      TableRow row = table.getRow(i);
      xml.open("w:tr");
      if (row.isTableHeader()) {
        xml.open("w:trPr").empty("w:tblHeader").close("w:trPr");
      }
      for (int j = 0; j < row.numCells(); j++) {
        if (!row.getCell(j).isMerged() || row.getCell(j).isFirstMerged()) {
          cell(row, j, edges, table.getTableLevel(), xml);
        }
      }
      xml.close("w:tr");
    }
    xml.close("w:tbl");
  }

  private void cell(TableRow row, int at, TreeSet<Integer> edges, int level, XmlText xml) {
    TableCell cell = row.getCell(at);
    int next = at + 1;
    while (next < row.numCells()
        && row.getCell(next).isMerged()
        && !row.getCell(next).isFirstMerged()) {
      next++;
    }
    int from = cell.getLeftEdge();
    int to = next < row.numCells() ? row.getCell(next).getLeftEdge() : Integer.MAX_VALUE;
    int columns = from < to ? edges.subSet(from, to).size() : 1;
    xml.open("w:tc").open("w:tcPr");
    xml.empty("w:gridSpan", "w:val", Integer.toString(Math.max(1, columns)));
    if (cell.isFirstVerticallyMerged() || cell.isVerticallyMerged()) {
      xml.empty("w:vMerge", "w:val", cell.isFirstVerticallyMerged() ? "restart" : "continue");
    }
    xml.close("w:tcPr");
    blocks(cell, level, xml);
    xml.close("w:tc");
  }
}
