package org.yujian.document;

import java.util.List;
import org.yujian.body.Block;

/**
 * The text of an article as a file of its own. {@link MarkdownFile}, {@link HtmlFile}, {@link
 * DocxFile} and {@link TextFile} write it so that an import of the file gives the same article.
 *
 * @param title title; may be null
 * @param subtitle line below the title; may be null
 * @param source office named in the byline; may be null
 * @param author author named in the byline; may be null
 * @param blocks body, with addresses of pictures that readers of the file can open
 */
public record ExportedArticle(
    String title, String subtitle, String source, String author, List<Block> blocks) {

  public ExportedArticle {
    blocks = List.copyOf(blocks);
  }

  /** Whether the first words of the body are a heading, which would be read as the subtitle. */
  boolean isHeadedAtOnce() {
    return subtitle == null
        && blocks.stream()
            .filter(block -> !block.lines().isEmpty())
            .findFirst()
            .filter(block -> block.kind() == Block.Kind.HEADING)
            .isPresent();
  }

  /** The lines of a block as those of one paragraph. */
  static Block asWritten(Block block) {
    return Block.paragraph(String.join("\n", block.lines()), block.spans());
  }

  /** The byline as a document has it, behind the text; null if there is none. */
  String byline() {
    return source == null ? null : "（" + source + "）";
  }
}
