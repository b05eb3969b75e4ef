package org.yujian.body;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/**
 * A body as sent by a client, in at most one form. HTML and Markdown are cleaned, and dropped parts
 * are reported; blocks come from programs, so anything wrong in them is an error.
 */
public record GivenBody(String html, String markdown, List<Block> blocks) {

  /** Maximum length of a body in code points. */
  public static final int LONGEST = 200_000;

  /** Maximum length of HTML or Markdown source in chars. */
  static final int LONGEST_SOURCE = 2_000_000;

  /** Maximum number of blocks, items and cells of a body. */
  static final int MOST_PARTS = 20_000;

  /** Maximum number of table-like elements; parsing is quadratic in misplaced ones. */
  public static final int MOST_TABLES = 1_000;

  private static final Pattern TABLE =
      Pattern.compile("<(?:table|caption|object|applet|marquee)", Pattern.CASE_INSENSITIVE);

  /** Generated clients send an empty list for blocks that nobody set. */
  public GivenBody {
    if (blocks != null && blocks.isEmpty() && (html != null || markdown != null)) {
      blocks = null;
    }
  }

  public boolean isAbsent() {
    return html == null && markdown == null && blocks == null;
  }

  /**
   * Parses the body; empty if no form is given.
   *
   * @param at JSON pointer to the object that contains the forms; empty for the whole request
   * @throws Problem {@code invalid-body} with pointers: more than one form, over a limit, wrong
   *     blocks
   */
  public Cleaned read(String at) {
    if (Stream.of(html, markdown, blocks).filter(form -> form != null).count() > 1) {
      throw ProblemCode.INVALID_BODY.problem().with(FieldError.at(at, "body.one-form"));
    }
    if (html != null) {
      requireShort(html, at + "/html");
      return checked(HtmlReader.read(html), at + "/html");
    }
    if (markdown != null) {
      requireShort(markdown, at + "/markdown");
      return checked(MarkdownReader.read(markdown).cleaned(), at + "/markdown");
    }
    if (blocks == null) {
      return new Cleaned(new Body(List.of()), List.of());
    }
    return checked(new Cleaned(BlockRules.read(blocks, at + "/blocks"), List.of()), at + "/blocks");
  }

  private static void requireShort(String source, String at) {
    boolean tooManyLines =
        source.chars().filter(c -> c == '\n' || c == '\r').count() > MarkdownLines.MOST;
    if (source.length() > LONGEST_SOURCE) {
      throw overLimit(at, "length", "body.source", LONGEST_SOURCE);
    }
    if (tooManyLines) {
      throw overLimit(at, "size", "body.lines", MarkdownLines.MOST);
    }
    if (hasTooManyTables(source)) {
      throw overLimit(at, "body.too-many-tables", "body.tables", MOST_TABLES);
    }
  }

  /** True if parsing the text as HTML would take too long because of its table elements. */
  public static boolean hasTooManyTables(String source) {
    return TABLE.matcher(source).results().limit(MOST_TABLES + 1).count() > MOST_TABLES;
  }

  private static Cleaned checked(Cleaned cleaned, String at) {
    Body body = cleaned.body();
    if (body.characters() > LONGEST) {
      throw overLimit(at, "body.too-long", "body", LONGEST);
    }
    int parts = 0;
    for (Block block : body.blocks()) {
      parts += 1 + block.items().size() + block.rows().stream().mapToInt(List::size).sum();
    }
    if (parts > MOST_PARTS) {
      throw overLimit(at, "body.too-many-parts", "body.parts", MOST_PARTS);
    }
    return cleaned;
  }

  private static Problem overLimit(String at, String code, String limit, int value) {
    FieldError error =
        code.startsWith("body.")
            ? FieldError.at(at, code, value)
            : FieldError.at(at, code, 0, value);
    return ProblemCode.INVALID_BODY.problem().with(error).with("limit", limit).with("value", value);
  }
}
