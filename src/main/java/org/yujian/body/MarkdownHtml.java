package org.yujian.body;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Renders Markdown nodes as HTML with {@link LineMarks}; unused definitions become text, and so do
 * table tags inside a cell, unless they are a whole table.
 */
final class MarkdownHtml implements NodeRenderer {

  private static final Pattern LANGUAGE = Pattern.compile("[\\w+#.-]+");

  /** Tag of a table, which would end or move the cells of the Markdown table around it. */
  private static final Pattern TABLE_TAG =
      Pattern.compile(
          "<(/?)(table|caption|colgroup|col|thead|tbody|tfoot|tr|td|th)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final HtmlNodeRendererContext context;
  private final CoreHtmlNodeRenderer core;
  private final HtmlWriter html;
  private final MarkdownLines.Prepared document;
  private final References references;
  private final Map<Node, Integer> itemsSeen = new IdentityHashMap<>();
  private boolean tableTagsAreText;

  MarkdownHtml(
      HtmlNodeRendererContext context, MarkdownLines.Prepared document, References references) {
    this.context = context;
    this.core = new CoreHtmlNodeRenderer(context);
    this.html = context.getWriter();
    this.document = document;
    this.references = references;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(
        Paragraph.class,
        Heading.class,
        ListItem.class,
        FencedCodeBlock.class,
        IndentedCodeBlock.class,
        HtmlBlock.class,
        HtmlInline.class,
        LinkReferenceDefinition.class,
        TableRow.class,
        SoftLineBreak.class,
        HardLineBreak.class,
        Image.class);
  }

  @Override
  public void render(Node node) {
    if (node instanceof SoftLineBreak) {
      html.raw("\n" + LineMarks.NEXT_LINE);
    } else if (node instanceof HardLineBreak) {
      core.render(node);
      html.raw(LineMarks.NEXT_LINE);
    } else if (node instanceof HtmlInline tag) {
      tag(tag);
    } else if (node instanceof LinkReferenceDefinition definition) {
      definition(definition);
    } else if (node instanceof Image) {
      core.render(node);
      addressesInside(node);
    } else {
      if (node instanceof FencedCodeBlock code) {
        info(code);
      }
      html.raw(mark(node));
      block(node);
    }
  }

  /**
   * Alternative text is only text: a link in it is rendered without words, so that its address is
   * reported, and a picture in it is a picture of its own.
   */
  private void addressesInside(Node picture) {
    AbstractVisitor addresses =
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            html.tag("a", Map.of("href", link.getDestination()));
            html.tag("/a");
            visitChildren(link);
          }

          @Override
          public void visit(Image inner) {
            html.tag("img", Map.of("src", inner.getDestination()), true);
            visitChildren(inner);
          }
        };
    for (Node node = picture.getFirstChild(); node != null; node = node.getNext()) {
      node.accept(addresses);
    }
  }

  /** The text after a fence is a language name; anything else is rendered as text. */
  private void info(FencedCodeBlock code) {
    String info = code.getInfo() == null ? "" : code.getInfo();
    if (!info.isEmpty() && !LANGUAGE.matcher(info).matches()) {
      paragraph(document.line(code), info);
    }
  }

  private void paragraph(int line, String text) {
    html.raw(LineMarks.at(line));
    html.tag("p");
    html.text(text);
    html.tag("/p");
  }

  private void block(Node node) {
    if (node instanceof TableRow) {
      html.tag("tr");
      for (Node cell = node.getFirstChild(); cell != null; cell = cell.getNext()) {
        tableTagsAreText = !hasWholeTables(cell);
        context.render(cell);
        tableTagsAreText = false;
      }
      html.tag("/tr");
    } else if (node instanceof HtmlBlock block) {
      html.line();
      html.raw(OpenTag.escaped(block.getLiteral()));
      html.line();
    } else {
      core.render(node);
    }
  }

  private void tag(HtmlInline tag) {
    if (tableTagsAreText && TABLE_TAG.matcher(tag.getLiteral()).matches()) {
      html.text(tag.getLiteral());
    } else {
      core.render(tag);
    }
  }

  /** Whether every table tag inside the cell belongs to a table that begins and ends in it. */
  private static boolean hasWholeTables(Node cell) {
    Deque<String> open = new ArrayDeque<>();
    boolean[] whole = {true};
    cell.accept(
        new AbstractVisitor() {
          @Override
          public void visit(HtmlInline tag) {
            Matcher table = TABLE_TAG.matcher(tag.getLiteral());
            if (table.matches()) {
              String name = table.group(2).toLowerCase(Locale.ROOT);
              if (table.group(1).isEmpty()) {
                whole[0] &= !open.isEmpty() || name.equals("table");
                open.push(name);
              } else {
                whole[0] &= name.equals(open.poll());
              }
            }
          }
        });
    return whole[0] && open.isEmpty();
  }

  private String mark(Node node) {
    int line = document.line(node);
    if (node instanceof ListItem item) {
      return LineMarks.item(line, marker(item));
    }
    if (node instanceof Heading && node.getSourceSpans().size() > 1) {
      return LineMarks.underlined(line);
    }
    return LineMarks.at(node instanceof FencedCodeBlock ? line + 1 : line);
  }

  /** Numbers items like CommonMark: the first as written, the others consecutively. */
  private String marker(ListItem item) {
    if (item.getParent() instanceof BulletList list) {
      return list.getMarker();
    }
    OrderedList list = (OrderedList) item.getParent();
    int index = itemsSeen.merge(list, 1, Integer::sum) - 1;
    return list.getMarkerStartNumber() + index + list.getMarkerDelimiter();
  }

  private void definition(LinkReferenceDefinition definition) {
    if (references.isMarkup(definition)) {
      return;
    }
    List<String> lines = new ArrayList<>();
    for (SourceSpan span : definition.getSourceSpans()) {
      lines.add(document.text(span));
    }
    paragraph(document.line(definition), String.join("\n", lines));
  }
}
