package org.yujian.body;

import java.util.List;
import java.util.function.UnaryOperator;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Reads Markdown (CommonMark with tables, YAML front matter) for the desk and for imports. It is
 * rendered as HTML and then cleaned like any HTML, including HTML inside the Markdown.
 */
public final class MarkdownReader {

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

  /**
   * Maximum number of parses with tables. Usually two are enough, but text that was a table can
   * hold further tables, and a document made for it would cost one parse for each of them.
   */
  private static final int MOST_PARSES = 4;

  private final HtmlReader reader;
  private final HtmlRenderer renderer;

  private MarkdownReader(
      MarkdownLines.Prepared document, References references, UnaryOperator<String> inside) {
    reader = new HtmlReader(true, inside);
    renderer =
        HtmlRenderer.builder()
            // The first renderer of a node type is used, so this one comes before the tables'.
            .nodeRendererFactory(context -> new MarkdownHtml(context, document, references))
            .extensions(EXTENSIONS)
            .build();
  }

  static Reading read(String markdown) {
    MarkdownLines lines = new MarkdownLines();
    int number = 0;
    for (String line : (Iterable<String>) markdown.lines()::iterator) {
      lines.add(++number, line);
    }
    return read(lines, none -> null);
  }

  /**
   * @param inside name of the picture that comes with the document at this address, or null
   */
  public static Reading read(MarkdownLines lines, UnaryOperator<String> inside) {
    MarkdownLines.Prepared document = lines.prepared();
    for (int parses = 1; ; parses++) {
      References references = new References();
      Node parsed = parser(references, parses <= MOST_PARSES).parse(document.text());
      MarkdownLines.Prepared widened = MarkdownTables.widened(document, parsed);
      if (widened == document) {
        MarkdownReader reader = new MarkdownReader(document, references, inside);
        reader.blocks(parsed);
        return reader.reader.end(document.frontMatter());
      }
      document = widened;
    }
  }

  private static Parser parser(References references, boolean tables) {
    return Parser.builder()
        .extensions(tables ? EXTENSIONS : List.of())
        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
        .linkProcessor(references)
        .build();
  }

  /**
   * Reads block by block, so that open elements end with their block and memory holds one block.
   * HTML can enclose Markdown, so everything from the first to the last HTML block is read at once.
   */
  private void blocks(Node document) {
    Node last = document.getLastChild();
    while (last != null && !(last instanceof HtmlBlock)) {
      last = last.getPrevious();
    }
    StringBuilder html = new StringBuilder();
    boolean inside = false;
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      renderer.render(node, html);
      inside = (inside || node instanceof HtmlBlock) && node != last;
      if (!inside) {
        reader.add(html.toString());
        html.setLength(0);
      }
    }
  }
}
