package org.yujian.edition.body;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/**
 * A body as a writer gives it: in exactly one form, or none. HTML and Markdown are cleaned and it
 * is told what was dropped; blocks are for programs, so what is wrong in them is an error.
 */
public record GivenBody(String html, String markdown, List<Block> blocks) {

  /** Code points of a body. */
  public static final int LONGEST = 200_000;

  /** Characters of HTML or Markdown, marks and addresses included. */
  static final int LONGEST_SOURCE = 2_000_000;

  /** Blocks, items and cells of a body. */
  static final int MOST_PARTS = 20_000;

  /**
   * Elements that close nothing when they are misplaced: a parser's cost grows with their square.
   */
  public static final int MOST_TABLES = 1_000;

  private static final Pattern TABLE =
      Pattern.compile("<(?:table|caption|object|applet|marquee)", Pattern.CASE_INSENSITIVE);

  /** Whether no form is given. */
  public boolean isAbsent() {
    return html == null && markdown == null && blocks == null;
  }

  /**
   * The body as blocks; empty when no form is given.
   *
   * @param at JSON pointer of the object that holds the forms, empty for the whole request
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

  /** Whether so many elements of HTML tables are written in a text that reading it takes long. */
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
