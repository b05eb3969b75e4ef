package org.yujian.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yujian.body.Block;
import org.yujian.body.Body;
import org.yujian.body.Cell;
import org.yujian.body.KeptSpaces;

/**
 * Writes an article as Markdown (CommonMark with tables) with YAML front matter: title, subtitle,
 * source and author. Captions, and tables that Markdown cannot express, are written as HTML.
 */
public final class MarkdownFile {

  /** A JSON string is a YAML string. */
  private static final ObjectMapper JSON = new ObjectMapper();

  private MarkdownFile() {}

  public static byte[] write(ExportedArticle article) {
    List<String> parts = new ArrayList<>();
    parts.add(frontMatter(article));
    article.blocks().forEach(block -> parts.add(markdown(block)));
    return String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
  }

  private static String frontMatter(ExportedArticle article) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", article.title());
    // An empty one says that the heading which follows is none.
    fields.put("subtitle", article.isHeadedAtOnce() ? "" : article.subtitle());
    fields.put("source", article.source());
    fields.put("author", article.author());
    StringBuilder yaml = new StringBuilder("---\n");
    fields.forEach(
        (name, value) -> {
          if (value != null) {
            yaml.append(name).append(": ").append(quoted(value)).append('\n');
          }
        });
    return yaml.append("---\n").toString();
  }

  private static String quoted(String value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException strings) {
      throw new IllegalStateException(strings);
    }
  }

  private static String markdown(Block block) {
    boolean html =
        switch (block.kind()) {
          case TABLE -> block.text() == null && !isMarkdownTable(block);
          case FIGURE -> block.text() != null;
          case PARAGRAPH, HEADING, LIST, QUOTE, UNKNOWN -> false;
        };
    boolean written = block.kind() == Block.Kind.TABLE && block.text() != null;
    Body one = new Body(List.of(written ? ExportedArticle.asWritten(block) : block));
    if (html) {
      return KeptSpaces.inHtml(one.html()) + "\n";
    }
    boolean picture = block.kind() == Block.Kind.FIGURE;
    return picture ? one.exactMarkdown() : KeptSpaces.inMarkdown(one.exactMarkdown());
  }

  /** A table of Markdown has one row of headers, and no cells that cover others. */
  private static boolean isMarkdownTable(Block table) {
    int width = table.rows().get(0).size();
    boolean headers = table.cells().size() == width;
    for (Cell cell : table.cells()) {
      headers &= cell.row() == 0 && cell.header() != null;
      headers &= cell.rowspan() == null && cell.colspan() == null;
    }
    return headers && table.rows().stream().allMatch(row -> row.size() == width);
  }
}
