package org.yujian.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.yujian.body.SafeLink;
import org.yujian.document.WordPart.Paragraph;
import org.yujian.document.WordPart.Run;
import org.yujian.document.WordStyles.Characters;

/** Reads what is inside a paragraph of a Word file: runs, links, fields, notes and drawings. */
final class WordRuns {

  private static final int LONGEST_ADDRESS = 2_000;

  /**
   * What surrounds the paragraphs of a part.
   *
   * @param notes words of footnotes and endnotes by kind and id
   * @param box reads the paragraphs of a text box
   */
  record Around(WordLinks links, Map<String, List<Run>> notes, Consumer<Consumer<WordPart>> box) {}

  /** The formatting of a run: its own, and that of its style. */
  private static final class Format {
    private Characters own = Characters.UNSAID;
    private String style;
    private Characters whole;
  }

  /** What a drawing shows: pictures in the file and of other servers. */
  private static final class Drawing {
    private String alt = "";
    private final List<String> parts = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();

    void add(WordLinks links, String id) {
      String address = links.address(id);
      if (address == null) {
        parts.add(links.inside(id));
      } else {
        addresses.add(address);
      }
    }
  }

  private final XmlEvents xml;
  private final WordStyles styles;
  private final WordFlow flow;
  private final Around around;
  private final WordFields fields = new WordFields();
  private final TextBudget budget;
  private int notes;

  WordRuns(XmlEvents xml, WordStyles styles, WordFlow flow, Around around, TextBudget budget) {
    this.xml = xml;
    this.styles = styles;
    this.flow = flow;
    this.around = around;
    this.budget = budget;
  }

  /** Reads the first choice of the current element, which repeats its content in other ways. */
  void choice(Runnable read) {
    boolean[] done = new boolean[1];
    xml.children(
        name -> {
          if (name.equals("Choice") && !done[0]) {
            done[0] = true;
            read.run();
          }
        });
  }

  void inline(String name, Paragraph paragraph, String href) {
    switch (name) {
      case "r" -> {
        Format format = new Format();
        xml.children(part -> run(part, paragraph, format, href));
      }
      case "hyperlink" -> {
        String address = around.links().address(xml.attribute("id"));
        String link = address == null ? href : safe(address, paragraph);
        xml.children(inner -> inline(inner, paragraph, link));
      }
      case "fldSimple" -> {
        String address = WordFields.address(xml.attribute("instr", ""));
        String link = address == null ? href : safe(address, paragraph);
        xml.children(inner -> inline(inner, paragraph, link));
      }
      case "del", "moveFrom" -> flow.tell("tracked-changes", paragraph.line);
      case "AlternateContent" ->
          choice(() -> xml.children(inner -> inline(inner, paragraph, href)));
      case "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr" -> {}
      default -> {
        if (name.equals("ins") || name.equals("moveTo")) {
          flow.tell("tracked-changes", paragraph.line);
        }
        xml.children(inner -> inline(inner, paragraph, href));
      }
    }
  }

  /** The address if links may have it; null otherwise, which is reported. */
  private String safe(String address, Paragraph paragraph) {
    if (address.length() <= LONGEST_ADDRESS && SafeLink.isSafe(address)) {
      return address;
    }
    flow.lose("a[href]", paragraph.line, "", address);
    return null;
  }

  private void run(String name, Paragraph paragraph, Format format, String href) {
    switch (name) {
      case "rPr" -> xml.children(property -> format(property, format));
      case "t" -> add(xml.text().replaceAll("[\\t\\r\\n]", " "), paragraph, format, href);
      case "tab", "ptab" -> add("\t", paragraph, format, href);
      case "cr" -> add(String.valueOf(WordPart.LINE_END), paragraph, format, href);
      case "br" -> {
        boolean page = xml.attribute("type", "textWrapping").matches("page|column");
        char end = page ? WordPart.PAGE_END : WordPart.LINE_END;
        add(String.valueOf(end), paragraph, format, href);
      }
      case "noBreakHyphen" -> add("-", paragraph, format, href);
      case "sym" -> symbol(paragraph, format, href);
      case "fldChar" -> field(xml.attribute("fldCharType", ""), paragraph, format);
      case "ruby" ->
          xml.children(
              part -> {
                if (part.equals("rubyBase")) {
                  xml.children(inner -> inline(inner, paragraph, href));
                }
              });
      case "instrText" -> fields.instruction(xml.text());
      case "footnoteReference", "endnoteReference" -> note(name, paragraph, format);
      case "drawing", "pict" -> drawing(paragraph, format);
      case "object" -> flow.tell("embedded-object", paragraph.line);
      case "AlternateContent" ->
          choice(() -> xml.children(inner -> run(inner, paragraph, format, href)));
      default -> {}
    }
  }

  private void format(String property, Format format) {
    if (property.equals("rStyle")) {
      format.style = xml.attribute("val");
    }
    format.own = format.own.with(property, xml);
  }

  private Characters whole(Paragraph paragraph, Format format) {
    if (format.whole == null) {
      Characters style = format.style == null ? Characters.UNSAID : styles.characters(format.style);
      format.whole = format.own.over(style).over(styles.characters(paragraph.style));
    }
    return format.whole;
  }

  private void add(String text, Paragraph paragraph, Format format, String href) {
    Characters whole = whole(paragraph, format);
    if (Boolean.TRUE.equals(whole.hidden())) {
      if (!text.isBlank()) {
        flow.tell("hidden-text", paragraph.line);
      }
      return;
    }
    budget.text(text.length());
    // A heading looks bold by itself.
    boolean marks = paragraph.level < 0;
    String link = href == null ? fields.href() : href;
    paragraph.runs.add(
        new Run(
            text,
            marks && Boolean.TRUE.equals(whole.bold()),
            marks && Boolean.TRUE.equals(whole.italic()),
            link));
  }

  private void symbol(Paragraph paragraph, Format format, String href) {
    String code = xml.attribute("char", "").toUpperCase(Locale.ROOT);
    String text = Symbols.meaning(code);
    if (text != null) {
      add(text, paragraph, format, href);
    } else if (code.matches("(?![EF])[0-9A-D][0-9A-F]{3}")) {
      add(Character.toString(Integer.parseInt(code, 16)), paragraph, format, href);
    } else {
      flow.lose("sym", paragraph.line, xml.attribute("font", "") + " " + code, null);
    }
  }

  private void field(String type, Paragraph paragraph, Format format) {
    switch (type) {
      case "begin" -> fields.begin();
      case "separate" -> {
        String address = fields.address();
        if (address != null) {
          fields.link(safe(address, paragraph));
        }
      }
      case "end" -> {
        String words = fields.end();
        if (words != null) {
          add(words, paragraph, format, null);
        }
      }
      default -> {}
    }
  }

  private void note(String kind, Paragraph paragraph, Format format) {
    String part = kind.replace("Reference", "") + " " + xml.attribute("id", "");
    List<Run> words = around.notes().get(part);
    if (words == null) {
      return;
    }
    // Each note has one reference; others would copy it.
    around.notes().remove(part);
    flow.tell("footnotes", paragraph.line);
    Paragraph note = new Paragraph(paragraph.line);
    note.marker = "[" + ++notes + "]";
    // The note's own number stands at its front, then a space or TAB.
    note.begin(words);
    add(note.marker, paragraph, format, null);
    budget.text(note.runs.stream().mapToInt(run -> run.text().length()).sum());
    flow.note(note);
  }

  private void drawing(Paragraph paragraph, Format format) {
    if (Boolean.TRUE.equals(whole(paragraph, format).hidden())) {
      flow.tell("hidden-text", paragraph.line);
      return;
    }
    Drawing drawing = new Drawing();
    xml.children(name -> drawn(name, paragraph, drawing));
    drawing.parts.forEach(
        part -> flow.picture(Collections.singletonList(part), drawing.alt, paragraph));
    drawing.addresses.forEach(link -> flow.linkedPicture(link, drawing.alt, paragraph));
  }

  private void drawn(String name, Paragraph paragraph, Drawing drawing) {
    switch (name) {
      case "txbxContent" -> {
        flow.tell("text-box", paragraph.line);
        around.box().accept(paragraph.boxes::add);
      }
      case "docPr" -> drawing.alt = xml.attribute("descr", drawing.alt);
      case "blip" -> {
        String inside = xml.attribute("embed");
        drawing.add(around.links(), inside == null ? xml.attribute("link") : inside);
      }
      case "imagedata" -> drawing.add(around.links(), xml.attribute("id"));
      case "chart", "relIds", "OLEObject" -> flow.tell("embedded-object", paragraph.line);
      case "AlternateContent" ->
          choice(() -> xml.children(inner -> drawn(inner, paragraph, drawing)));
      default -> {
        drawing.alt = xml.attribute("alt", drawing.alt);
        xml.children(inner -> drawn(inner, paragraph, drawing));
      }
    }
  }
}
