package org.yujian.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.yujian.body.SafeLink;
import org.yujian.document.WordPart.Paragraph;
import org.yujian.document.WordPart.Run;
import org.yujian.document.WordStyles.Characters;

/** Reads what is inside a paragraph of an OpenDocument text: spans, links, notes and drawings. */
final class OdtRuns {

  static final Set<String> DRAWINGS =
      Set.of(
          "frame",
          "g",
          "custom-shape",
          "rect",
          "ellipse",
          "circle",
          "polygon",
          "polyline",
          "path",
          "line",
          "connector",
          "caption",
          "control");

  /** Elements whose content is not text for readers. */
  private static final Set<String> NOT_SHOWN =
      Set.of(
          "annotation",
          "annotation-end",
          "ruby-text",
          "script",
          "event-listeners",
          "tracked-changes",
          "note-citation");

  private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n]+");
  private static final Pattern OUTSIDE =
      Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:|/|\\.\\./).*");
  private static final int MOST_SPACES = 100;
  private static final int LONGEST_ADDRESS = 2_000;

  private final XmlEvents xml;
  private final OdtStyles styles;
  private final WordFlow flow;
  private final TextBudget budget;
  private final BiConsumer<String, Consumer<WordPart>> blocks;

  /** Whether white space before the next word is left out, as at the begin of a paragraph. */
  private boolean spaced;

  private int notes;

  /**
   * @param blocks reads a block of a text box or note
   */
  OdtRuns(
      XmlEvents xml,
      OdtStyles styles,
      WordFlow flow,
      TextBudget budget,
      BiConsumer<String, Consumer<WordPart>> blocks) {
    this.xml = xml;
    this.styles = styles;
    this.flow = flow;
    this.budget = budget;
    this.blocks = blocks;
  }

  /** Reads the content of a paragraph, which is the current element. */
  void read(Paragraph paragraph) {
    boolean outer = spaced;
    spaced = true;
    inline(paragraph, styles.ofParagraph(paragraph.style), null);
    spaced = outer;
  }

  private void inline(Paragraph paragraph, Characters format, String href) {
    xml.content(
        text -> {
          String words = SPACES.matcher(text).replaceAll(" ");
          // Hyphens as Word files write them: none where a word may be cut, and a plain one.
          words = words.replace("\u00AD", "").replace('\u2011', '-');
          String kept = spaced && words.startsWith(" ") ? words.substring(1) : words;
          if (!kept.isEmpty()) {
            add(kept, paragraph, format, href);
            spaced = kept.endsWith(" ");
          }
        },
        name -> element(name, paragraph, format, href));
  }

  private void element(String name, Paragraph paragraph, Characters format, String href) {
    switch (name) {
      case "span" ->
          inline(paragraph, styles.ofText(xml.attribute("style-name", "")).over(format), href);
      case "a" -> inline(paragraph, format, link(paragraph));
      case "s" -> {
        int several = Math.max(1, Math.min(MOST_SPACES, xml.number("c", 1)));
        written(" ".repeat(several), paragraph, format, href);
      }
      case "tab" -> written("\t", paragraph, format, href);
      case "line-break" -> written(String.valueOf(WordPart.LINE_END), paragraph, format, href);
      case "note" -> note(paragraph, format);
      case "hidden-text", "hidden-paragraph" -> flow.tell("hidden-text", paragraph.line);
      default -> {
        if (DRAWINGS.contains(name)) {
          if (Boolean.TRUE.equals(format.hidden())) {
            flow.tell("hidden-text", paragraph.line);
          } else {
            drawing(name, paragraph);
          }
        } else if (!NOT_SHOWN.contains(name)) {
          inline(paragraph, format, href);
        }
      }
    }
  }

  private String link(Paragraph paragraph) {
    String address = xml.attribute("href", "").strip();
    if (address.startsWith("#") || address.isEmpty()) {
      return null;
    }
    if (address.length() <= LONGEST_ADDRESS && SafeLink.isSafe(address)) {
      return address;
    }
    flow.lose("a[href]", paragraph.line, "", address);
    return null;
  }

  private void written(String text, Paragraph paragraph, Characters format, String href) {
    add(text, paragraph, format, href);
    spaced = false;
  }

  private void add(String text, Paragraph paragraph, Characters format, String href) {
    if (Boolean.TRUE.equals(format.hidden())) {
      if (!text.isBlank()) {
        flow.tell("hidden-text", paragraph.line);
      }
      return;
    }
    budget.text(text.length());
    // A heading looks bold by itself.
    boolean marks = paragraph.level < 0;
    paragraph.runs.add(
        new Run(
            text,
            marks && Boolean.TRUE.equals(format.bold()),
            marks && Boolean.TRUE.equals(format.italic()),
            href));
  }

  private void note(Paragraph paragraph, Characters format) {
    boolean outer = spaced;
    List<WordPart> words = new ArrayList<>();
    xml.children(
        name -> {
          if (name.equals("note-body")) {
            xml.children(inner -> blocks.accept(inner, words::add));
          }
        });
    spaced = outer;
    if (Boolean.TRUE.equals(format.hidden())) {
      return;
    }
    flow.tell("footnotes", paragraph.line);
    Paragraph note = new Paragraph(paragraph.line);
    note.marker = "[" + ++notes + "]";
    note.begin(OdtText.lines(words));
    written(note.marker, paragraph, format, null);
    flow.note(note);
  }

  /** Reads a drawing: its pictures and text boxes belong to the paragraph. */
  void drawing(String name, Paragraph paragraph) {
    List<String> images = new ArrayList<>();
    String[] words = {"", ""};
    boolean[] embedded = new boolean[1];
    xml.children(
        part -> {
          switch (part) {
            case "image" -> images.add(xml.attribute("href", ""));
            case "title" -> words[0] = xml.text();
            case "desc" -> words[1] = xml.text();
            case "object", "object-ole", "plugin", "applet", "floating-frame" -> embedded[0] = true;
            case "text-box" -> xml.children(inner -> box(inner, paragraph));
            case "p", "list" -> box(part, paragraph);
            default -> {
              if (DRAWINGS.contains(part)) {
                drawing(part, paragraph);
              }
            }
          }
        });
    if (embedded[0]) {
      flow.tell("embedded-object", paragraph.line);
    } else if (!images.isEmpty()) {
      picture(images, words[1].isBlank() ? words[0] : words[1], paragraph);
    }
  }

  private void box(String name, Paragraph paragraph) {
    flow.tell("text-box", paragraph.line);
    blocks.accept(name, paragraph.boxes::add);
  }

  private void picture(List<String> images, String alt, Paragraph paragraph) {
    String first = images.get(0);
    if (OUTSIDE.matcher(first).matches()) {
      flow.linkedPicture(first, alt, paragraph);
      return;
    }
    List<String> parts =
        images.stream().map(part -> part.startsWith("./") ? part.substring(2) : part).toList();
    flow.picture(parts, alt, paragraph);
  }
}
