package org.yujian.edition.body;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown (CommonMark with tables) as the HTML that stands for it, which is then cleaned like any
 * other: HTML inside the Markdown included. The import's reader hears more in a document (titles,
 * labels, verse), so it has its own way from the same parser.
 */
final class MarkdownHtml {

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(EXTENSIONS).build();

  private MarkdownHtml() {}

  static String of(String markdown) {
    CalmMarkdown calm = new CalmMarkdown();
    StringBuilder text = new StringBuilder(markdown.length() + 16);
    markdown
        .lines()
        .forEach(
            raw -> {
              String line = CalmMarkdown.shallow(raw);
              boolean blank = line.isBlank();
              if (calm.isParagraphTooLong()) {
                calm.next("");
                text.append('\n');
              }
              calm.next(blank ? "" : line);
              text.append(calm.marks(line, CalmMarkdown.beginsBlock(line))).append('\n');
            });
    return RENDERER.render(PARSER.parse(text.toString()));
  }
}
