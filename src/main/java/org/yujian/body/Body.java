package org.yujian.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.yujian.media.Picture;
import org.yujian.shared.text.Sha256;

/**
 * The body of an article: its blocks and every form derived from them. Serialized as {@code
 * {"blocks": […]}}. Importers create it with {@link #of}. All lengths count Unicode code points.
 */
public record Body(List<Block> blocks) {

  /** Version of the rules that derive text, lines and hashes (design section 7). */
  public static final int RULES = 2;

  private static final int ID_LENGTH = 10;

  public Body {
    blocks = blocks == null ? List.of() : List.copyOf(blocks);
  }

  /** Assigns each block an id that depends on its text and not on its position. */
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

  /** A copy with each picture replaced; figures without a caption get new ids. */
  public Body withPictures(UnaryOperator<Picture> change) {
    List<Block> changed = blocks.stream().map(block -> block.withPicture(change)).toList();
    return changed.equals(blocks) ? this : of(changed);
  }

  /** The lines of the body text, including headings; {@code paragraphs} counts them. */
  public List<String> lines() {
    return blocks.stream().flatMap(block -> block.lines().stream()).toList();
  }

  /**
   * What a plain text of the body lacks: pictures, marks, links, special cells, and the kind of
   * each line, which may be a list in one form and two lists in another. Of two bodies with the
   * same text, the one whose features contain those of the other is the richer one.
   */
  public Set<String> features() {
    Set<String> features = new HashSet<>();
    int line = 0;
    for (Block block : blocks) {
      String at = "line " + line + " ";
      if (block.image() != null) {
        features.add("picture " + block.image().url());
      }
      for (int i = 0; i < block.lines().size() && block.kind() != Block.Kind.PARAGRAPH; i++) {
        features.add("line " + (line + i) + " " + block.kind());
      }
      block.spans().forEach(span -> features.add(at + span));
      block.cells().forEach(cell -> features.add(at + cell));
      line += block.lines().size();
    }
    return features;
  }

  /** The lines joined by LF; input of the hashes. */
  public String text() {
    return String.join("\n", lines());
  }

  /** Number of code points in the lines, without the line ends between them. */
  public int characters() {
    return lines().stream().mapToInt(line -> line.codePointCount(0, line.length())).sum();
  }

  /** The safe subset of HTML (design section 6). */
  public String html() {
    return BlockHtml.render(blocks);
  }

  /** CommonMark with tables, escaped so that importing it again gives the same text. */
  public String markdown() {
    return BlockMarkdown.render(blocks, false);
  }

  /**
   * Markdown that gives the same marks, too: emphasis next to punctuation inside a Chinese
   * sentence, which Markdown does not recognize, is written as HTML.
   */
  public String exactMarkdown() {
    return BlockMarkdown.render(blocks, true);
  }

  public String bodySha256() {
    return Sha256.hex(text());
  }

  /** SHA-256 of title, subtitle, body and source joined by LF; null counts as empty. */
  public String canonicalSha256(String title, String subtitle, String source) {
    return Sha256.hex(
        String.join("\n", orEmpty(title), orEmpty(subtitle), text(), orEmpty(source)));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
