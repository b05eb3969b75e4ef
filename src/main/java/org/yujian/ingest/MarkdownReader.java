package org.yujian.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.yujian.edition.body.Span;
import org.yujian.ingest.SourceLine.Form;
import org.yujian.shared.text.Glyph;

/**
 * Markdown as the same blocks that a text file gives: headings, items with their markers as
 * written, quotes, rows, pictures, and marks as spans. Indented code and HTML blocks are not read
 * as such: in these documents an indent begins a paragraph.
 */
final class MarkdownReader {

  private static final int LONGEST_UNDERLINED = 64;

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .enabledBlockTypes(
              Set.of(
                  Heading.class,
                  FencedCodeBlock.class,
                  ThematicBreak.class,
                  ListBlock.class,
                  BlockQuote.class))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .build();

  private final MarkdownText text;
  private final String document;
  private final List<SourceLine> lines = new ArrayList<>();
  private int quotes;

  private MarkdownReader(MarkdownText text) {
    this.text = text;
    this.document = text.text();
  }

  static Source read(String document) {
    MarkdownText text = new MarkdownText();
    RawLines.Noted noted = RawLines.read(document, text::add);
    MarkdownReader reader = new MarkdownReader(text);
    reader.blocks(PARSER.parse(reader.document));
    return new Source(reader.lines, noted);
  }

  /** Goes down through containers; MarkdownText keeps them shallow. */
  private void blocks(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading) {
        heading(heading);
      } else if (node instanceof Paragraph) {
        paragraph(node);
      } else if (node instanceof ListBlock) {
        items(node);
      } else if (node instanceof BlockQuote) {
        quote(node);
      } else if (node instanceof ThematicBreak) {
        lines.add(SourceLine.pageBreak(number(node)));
      } else if (node instanceof FencedCodeBlock code) {
        code(code);
      } else if (node instanceof TableBlock) {
        rows(node);
      }
    }
  }

  private int number(Node node) {
    return text.numberOf(lineIndex(node));
  }

  private static int lineIndex(Node node) {
    return node.getSourceSpans().isEmpty() ? 0 : node.getSourceSpans().get(0).getLineIndex();
  }

  private MarkdownInlines inlines(Node node) {
    return new MarkdownInlines(node, lineIndex(node));
  }

  private void heading(Heading heading) {
    MarkdownInlines inlines = inlines(heading);
    int number = number(heading);
    List<SourceLine> words = SoftLines.blocks(numbered(inlines.lines()));
    boolean underlined = heading.getSourceSpans().size() > 1;
    if (underlined && !isTitle(words)) {
      // A rule right below a paragraph is a page break that its writer took for one.
      place(inlines);
      lines.add(SourceLine.pageBreak(number));
      return;
    }
    String line = String.join(" ", words.stream().map(SourceLine::text).toList());
    List<Span> spans = words.size() == 1 ? words.get(0).spans() : List.of();
    lines.add(
        heading.getLevel() == 1
            ? SourceLine.title(number, line)
            : SourceLine.heading(number, heading.getLevel(), line, spans));
    inlines.pictures().forEach(this::picture);
  }

  private static boolean isTitle(List<SourceLine> words) {
    return words.size() == 1
        && words.get(0).line() == words.get(0).lastLine()
        && Glyph.isAtMost(words.get(0).text(), LONGEST_UNDERLINED)
        && words.get(0).text().chars().noneMatch(c -> "，、。；：".indexOf(c) >= 0)
        && !Sentence.isIn(words.get(0).text());
  }

  private void paragraph(Node node) {
    place(inlines(node));
  }

  private void place(MarkdownInlines inlines) {
    inlines.pictures().stream().filter(found -> !found.behindText()).forEach(this::picture);
    lines.addAll(SoftLines.blocks(numbered(inlines.lines())));
    inlines.pictures().stream().filter(MarkdownInlines.Found::behindText).forEach(this::picture);
  }

  private List<InlineLine> numbered(List<InlineLine> inlines) {
    return inlines.stream()
        .map(
            line ->
                new InlineLine(text.numberOf(line.line()), line.text(), line.spans(), line.hard()))
        .toList();
  }

  private void picture(MarkdownInlines.Found found) {
    int number = text.numberOf(found.line());
    lines.add(SourceLine.picture(number, found.picture()));
    if (found.caption() != null) {
      lines.add(SourceLine.text(number, found.caption()).as(Form.CAPTION, 0));
    }
  }

  /** The first paragraph of an item carries its marker; whatever else it holds follows. */
  private void items(Node list) {
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      int from = lines.size();
      blocks(item);
      if (from == lines.size() || !(item.getFirstChild() instanceof Paragraph)) {
        lines.add(from, SourceLine.text(number(item), marker(item)));
      } else {
        int first = from;
        while (first < lines.size() - 1 && lines.get(first).isBetween()) {
          first++;
        }
        lines.set(first, lines.get(first).behind(marker(item) + " ").as(Form.ITEM, 0));
      }
    }
  }

  private String marker(Node item) {
    int from = item.getSourceSpans().get(0).getInputIndex();
    int to = from;
    while (to < document.length() && " \t\n".indexOf(document.charAt(to)) < 0) {
      to++;
    }
    return document.substring(from, to);
  }

  private void quote(Node node) {
    int from = lines.size();
    int group = ++quotes;
    blocks(node);
    for (int i = from; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      if (line.form() == Form.TEXT || line.form() == Form.ITEM) {
        lines.set(i, line.as(Form.QUOTE, group));
      }
    }
  }

  private void code(FencedCodeBlock code) {
    int number = number(code);
    for (String line : code.getLiteral().split("\n")) {
      number++;
      String words = Glyph.trim(line);
      if (!words.isEmpty()) {
        lines.add(SourceLine.text(number, words));
      }
    }
  }

  private void rows(Node table) {
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow) {
          row(row);
        }
      }
    }
  }

  private void row(Node row) {
    List<String> cells = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    int from = 0;
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      InlineLine words = inlines(cell).lines().get(0);
      cells.add(words.text());
      for (Span span : words.spans()) {
        spans.add(span.shifted(from));
      }
      from += Glyph.length(words.text()) + 1;
    }
    lines.add(SourceLine.row(number(row), cells, spans));
  }
}
