package org.yujian.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yujian.document.WordPart.Paragraph;
import org.yujian.document.WordPart.Row;
import org.yujian.document.WordPart.Run;
import org.yujian.document.WordPart.Table;
import org.yujian.document.WordPart.TableCell;

/**
 * Walks the paragraphs and tables of a Word file. Deleted text is left out, inserted text is kept.
 * Recursion is as deep as the elements, which {@link XmlEvents} limits.
 */
final class WordText {

  private final WordStyles styles;
  private final WordNumbers numbers;
  private final WordFlow flow;
  private final TextBudget budget = new TextBudget();
  private int line;

  /** A paragraph whose end was deleted, so that the next one continues it. */
  private Paragraph open;

  /** Whether this is inside a table of contents. */
  private boolean inContents;

  private XmlEvents xml;
  private WordRuns runs;

  WordText(WordStyles styles, WordNumbers numbers, WordFlow flow) {
    this.styles = styles;
    this.numbers = numbers;
    this.flow = flow;
  }

  private void begin(XmlEvents part, WordLinks links, Map<String, List<Run>> notes) {
    xml = part;
    line = 0;
    runs = new WordRuns(xml, styles, flow, new WordRuns.Around(links, notes, this::box), budget);
  }

  /** Reads the notes of one part by kind and id; {@code part} is at its root. */
  Map<String, List<Run>> notes(XmlEvents part, WordLinks links) {
    begin(part, links, Map.of());
    Map<String, List<Run>> notes = new HashMap<>();
    xml.children(
        kind -> {
          String id = kind + " " + xml.attribute("id", "");
          List<Run> words = new ArrayList<>();
          blocks(
              block -> {
                if (block instanceof Paragraph paragraph) {
                  if (!words.isEmpty()) {
                    words.add(new Run(String.valueOf(WordPart.LINE_END), false, false, null));
                  }
                  words.addAll(paragraph.runs);
                  paragraph.pictures.forEach(flow::leaveOut);
                }
              });
          notes.put(id, words);
        });
    return notes;
  }

  /** Reads the main part, which is at its root, into the flow. */
  void document(XmlEvents part, WordLinks links, Map<String, List<Run>> notes) {
    begin(part, links, notes);
    xml.children(
        name -> {
          if (name.equals("body")) {
            blocks(flow::add);
          }
        });
  }

  private void box(Consumer<WordPart> sink) {
    Paragraph outer = open;
    open = null;
    blocks(sink);
    open = outer;
  }

  private void blocks(Consumer<WordPart> sink) {
    xml.children(name -> block(name, sink));
    end(sink);
  }

  private void end(Consumer<WordPart> sink) {
    if (open != null) {
      sink.accept(open);
      open = null;
    }
  }

  private void block(String name, Consumer<WordPart> sink) {
    switch (name) {
      case "p" -> paragraph(sink);
      case "tbl" -> table(sink);
      case "ins", "moveTo" -> {
        flow.tell("tracked-changes", line + 1);
        xml.children(inner -> block(inner, sink));
      }
      case "del", "moveFrom" -> flow.tell("tracked-changes", line + 1);
      case "sdt" -> {
        boolean outer = inContents;
        xml.children(inner -> block(inner, sink));
        inContents = outer;
      }
      case "sdtPr" -> contents(name);
      case "sdtContent", "customXml", "smartTag" -> xml.children(inner -> block(inner, sink));
      case "AlternateContent" -> runs.choice(() -> xml.children(inner -> block(inner, sink)));
      case "altChunk" ->
          throw new DocumentRefused(
              DocumentRefused.UNSUPPORTED,
              "The Word file only embeds another document. Open it in Word and save it again.");
      default -> {}
    }
  }

  /** Looks whether a content control holds a table of contents. */
  private void contents(String name) {
    if (name.equals("docPartGallery")) {
      inContents |= xml.attribute("val", "").equals("Table of Contents");
    } else if (name.equals("sdtPr") || name.equals("docPartObj")) {
      xml.children(this::contents);
    }
  }

  private void paragraph(Consumer<WordPart> sink) {
    budget.part();
    line++;
    Paragraph paragraph = open == null ? new Paragraph(line) : open;
    open = null;
    paragraph.endDeleted = false;
    xml.children(
        name -> {
          if (name.equals("pPr")) {
            properties(paragraph);
          } else {
            runs.inline(name, paragraph, null);
          }
        });
    if (inContents) {
      paragraph.kind = WordPart.Kind.CONTENTS;
      paragraph.level = -1;
    }
    if (paragraph.endDeleted) {
      open = paragraph;
    } else {
      sink.accept(paragraph);
    }
  }

  private void properties(Paragraph paragraph) {
    Integer[] outline = new Integer[1];
    Integer[] number = new Integer[2];
    xml.children(
        name -> {
          switch (name) {
            case "pStyle" -> paragraph.style = xml.attribute("val");
            case "outlineLvl" -> outline[0] = xml.number("val", 9);
            case "numPr" -> xml.children(part -> numbering(part, number));
            case "rPr" -> xml.children(part -> ended(part, paragraph));
            default -> {}
          }
        });
    String style = paragraph.style;
    paragraph.subtitle = styles.isSubtitle(style);
    paragraph.level =
        paragraph.subtitle ? flow.subtitleLevel() : styles.headingLevel(style, outline[0]);
    paragraph.kind = styles.kind(style);
    int list = number[0] == null ? styles.number(style) : number[0];
    if (list > 0) {
      Integer level = number[1] == null ? styles.numberLevel(style) : number[1];
      paragraph.marker = numbers.next(list, level == null ? numbers.levelOf(list, style) : level);
    }
  }

  private void numbering(String part, Integer[] number) {
    switch (part) {
      case "numId" -> number[0] = xml.number("val", 0);
      case "ilvl" -> number[1] = xml.number("val", 0);
      default -> {}
    }
  }

  private void ended(String part, Paragraph paragraph) {
    boolean deleted = part.equals("del") || part.equals("moveFrom");
    if (deleted || part.equals("ins") || part.equals("moveTo")) {
      flow.tell("tracked-changes", line);
      paragraph.endDeleted |= deleted;
    }
  }

  private void table(Consumer<WordPart> sink) {
    Table table = new Table(new ArrayList<>());
    xml.children(name -> row(name, table));
    sink.accept(table);
  }

  private void row(String name, Table table) {
    switch (name) {
      case "tr" -> {
        budget.part();
        Row row = new Row(line + 1);
        xml.children(part -> cell(part, row));
        if (!row.deleted) {
          table.rows().add(row);
        }
      }
      case "sdt", "sdtContent", "customXml", "ins" -> xml.children(inner -> row(inner, table));
      case "AlternateContent" -> runs.choice(() -> xml.children(inner -> row(inner, table)));
      default -> {}
    }
  }

  private void cell(String name, Row row) {
    switch (name) {
      case "trPr" ->
          xml.children(
              part -> {
                switch (part) {
                  case "tblHeader" -> row.header = xml.isOn();
                  case "gridBefore" -> row.before = xml.number("val", 0);
                  case "ins" -> flow.tell("tracked-changes", line + 1);
                  case "del" -> {
                    row.deleted = true;
                    flow.tell("tracked-changes", line + 1);
                  }
                  default -> {}
                }
              });
      case "tc" -> {
        budget.part();
        TableCell cell = new TableCell();
        row.cells.add(cell);
        Consumer<WordPart> sink = cell.parts::add;
        xml.children(
            part -> {
              if (part.equals("tcPr")) {
                xml.children(property -> covered(property, cell));
              } else {
                block(part, sink);
              }
            });
        end(sink);
      }
      case "sdt", "sdtContent", "customXml" -> xml.children(inner -> cell(inner, row));
      default -> {}
    }
  }

  private void covered(String property, TableCell cell) {
    if (property.equals("gridSpan")) {
      cell.columns = Math.max(1, xml.number("val", 1));
    } else if (property.equals("vMerge")) {
      cell.continued = !xml.attribute("val", "continue").equals("restart");
    }
  }
}
