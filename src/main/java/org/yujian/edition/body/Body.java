package org.yujian.edition.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yujian.shared.text.Sha256;

/**
 * The body of an article: its blocks, and every form derived from them. Serialises as {@code
 * {"blocks": […]}}. Importers make it with {@link #of}; editing and reading use it as it is. All
 * lengths count Unicode code points.
 */
public record Body(List<Block> blocks) {

  /** Number of the rules by which text, lines and hashes are derived (design section 7). */
  public static final int RULES = 2;

  private static final int ID_LENGTH = 10;

  public Body {
    blocks = blocks == null ? List.of() : List.copyOf(blocks);
  }

  /** Gives each block its id: it stays while the block's text does, wherever the block moves. */
  public static Body of(List<Block> blocks) {
    Map<String, Integer> seen = new HashMap<>();
    List<Block> named = new ArrayList<>(blocks.size());
    for (Block block : blocks) {
      String hash = Sha256.hex(identity(block)).substring(0, ID_LENGTH);
      int occurrence = seen.merge(hash, 1, Integer::sum);
      named.add(block.withId(occurrence == 1 ? hash : hash + "-" + occurrence));
    }
    return new Body(named);
  }

  private static String identity(Block block) {
    List<String> lines = block.lines();
    return lines.isEmpty() && block.image() != null
        ? String.valueOf(block.image().url())
        : String.join("\n", lines);
  }

  /** The lines of the body text, headings included: {@code paragraphs} counts these. */
  public List<String> lines() {
    return blocks.stream().flatMap(block -> block.lines().stream()).toList();
  }

  /** The lines joined by LF: what the hashes are made of. */
  public String text() {
    return String.join("\n", lines());
  }

  /** Code points of the lines, the line ends between them not counted. */
  public int characters() {
    return lines().stream().mapToInt(line -> line.codePointCount(0, line.length())).sum();
  }

  /** The small safe subset of HTML that design section 6 names. */
  public String html() {
    return new BlockHtml().render(blocks);
  }

  /** CommonMark with tables, escaped so that importing it again gives the same text. */
  public String markdown() {
    return new BlockMarkdown().render(blocks);
  }

  public String bodySha256() {
    return Sha256.hex(text());
  }

  /** SHA-256 of title, subtitle, body and source joined by LF; a missing one is empty. */
  public String canonicalSha256(String title, String subtitle, String source) {
    return Sha256.hex(
        String.join("\n", orEmpty(title), orEmpty(subtitle), text(), orEmpty(source)));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
