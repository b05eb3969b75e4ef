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
    References references = new References();
    Parser parser =
        Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .linkProcessor(references)
            .build();
    MarkdownReader reader = new MarkdownReader(document, references, inside);
    reader.blocks(parser.parse(document.text()));
    return reader.reader.end(document.frontMatter());
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
