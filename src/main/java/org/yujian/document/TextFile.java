package org.yujian.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.yujian.body.Block;

/**
 * Writes an article as plain text: {@code #} marks the title and {@code ##} the subtitle and
 * headings. Links, marks and pictures are left out; cells are separated by TAB.
 */
public final class TextFile {
  private TextFile() {}

  public static byte[] write(ExportedArticle article) {
    List<String> parts = new ArrayList<>();
    parts.add(article.title() == null ? "#" : "# " + article.title());
    if (article.subtitle() != null) {
      parts.add("## " + article.subtitle());
    } else if (article.isHeadedAtOnce()) {
      // Says that there is no subtitle.
      parts.add("##");
    }
    for (Block block : article.blocks()) {
      String words = String.join("\n", block.lines());
      if (block.kind() == Block.Kind.HEADING) {
        parts.add("#".repeat(block.level()) + " " + words);
      } else if (!words.isEmpty()) {
        parts.add(words);
      }
    }
    if (article.byline() != null) {
      parts.add(article.byline());
    }
    return (String.join("\n\n", parts) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
