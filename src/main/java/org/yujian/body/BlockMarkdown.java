package org.yujian.body;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Derives the Markdown of a body, escaped so that reading it again gives the same lines. A heading
 * at the very beginning would be read as a subtitle, so callers write the subtitle before it.
 */
final class BlockMarkdown {

  /** Characters that start a block at the beginning of a line and must be escaped. */
  /** Markdown names one file of a picture: the widest. */
  private static final int WIDEST = Integer.MAX_VALUE;

  private static final Pattern BLOCK_START = Pattern.compile("[#>+=~-]|\\d{1,9}[.)]");

  private static final Pattern ORDINAL = Pattern.compile("\\d{1,9}(?=[.)])");
  private static final String ALWAYS_ESCAPED = "\\`*_[]<&|";

  private static final MarkedText STARS =
      new MarkedText(BlockMarkdown::opening, BlockMarkdown::closing, BlockMarkdown::escaped);

  private static final MarkedText TAGS =
      new MarkedText(
          span -> span.kind().equals(Span.LINK) ? opening(span) : "<" + span.kind() + ">",
          span -> span.kind().equals(Span.LINK) ? closing(span) : "</" + span.kind() + ">",
          BlockMarkdown::escaped);

  private final boolean exact;

  private BlockMarkdown(boolean exact) {
    this.exact = exact;
  }

  /**
   * @param exact whether emphasis that Markdown would not recognize is written as HTML
   */
  static String render(List<Block> blocks, boolean exact) {
    BlockMarkdown writer = new BlockMarkdown(exact);
    return blocks.stream()
        .map(block -> writer.markdown(block) + "\n")
        .collect(Collectors.joining("\n"));
  }

  private String marked(String text, List<Span> spans) {
    boolean tags = exact && !Emphasis.isRecognized(text, spans);
    return (tags ? TAGS : STARS).write(text, spans);
  }

  private String markdown(Block block) {
    return switch (block.kind()) {
      case PARAGRAPH -> lines(block.text(), block.spans(), "");
      case HEADING -> {
        String marks = "#".repeat(block.level() == null ? 2 : block.level());
        yield marks + " " + lines(block.text(), block.spans(), "");
      }
      case LIST -> list(block);
      case QUOTE -> "> " + lines(block.text(), block.spans(), "> ");
      case TABLE -> table(block);
      case FIGURE -> figure(block);
      case UNKNOWN -> lines(String.join("\n", block.lines()), block.spans(), "");
    };
  }

  /** Writes line breaks as hard breaks, because reading joins soft ones. */
  private String lines(String text, List<Span> spans, String prefix) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    String between = "";
    for (String line : text.split("\n", -1)) {
      int to = from + line.codePointCount(0, line.length());
      out.append(between).append(line(line, Span.within(spans, from, to)));
      from = to + 1;
      between = "\\\n" + prefix;
    }
    return out.toString();
  }

  private String line(String line, List<Span> spans) {
    boolean plainStart = spans.isEmpty() || spans.stream().noneMatch(span -> span.start() == 0);
    if (plainStart && BLOCK_START.matcher(line).lookingAt()) {
      var ordinal = ORDINAL.matcher(line);
      int plain = ordinal.lookingAt() ? ordinal.end() : 0;
      List<Span> rest = Span.within(spans, plain, Integer.MAX_VALUE);
      return line.substring(0, plain) + "\\" + marked(line.substring(plain), rest);
    }
    return marked(line, spans);
  }

  private String list(Block block) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    boolean listed = false;
    ListIndent indent = new ListIndent();
    for (String item : block.items()) {
      int to = from + item.codePointCount(0, item.length());
      boolean before = listed;
      listed = indent.next(item);
      if (from > 0) {
        out.append(before && listed && !indent.isApart() ? "\n" : "\n\n");
      }
      // Markdown needs a space after the marker; an item without one is written as a plain line.
      int marker = listed ? indent.markerLength() : 0;
      out.append(listed ? indent.indent() : "").append(item, 0, marker);
      out.append(line(item.substring(marker), Span.within(block.spans(), from + marker, to)));
      from = to + 1;
    }
    return out.toString();
  }

  private String table(Block block) {
    if (block.text() != null) {
      return String.join("\n\n", block.lines().stream().map(BlockMarkdown::escaped).toList());
    }
    StringBuilder out = new StringBuilder();
    int width = block.rows().stream().mapToInt(List::size).max().orElse(0);
    int from = 0;
    boolean first = true;
    for (List<String> row : block.rows()) {
      for (String cell : row) {
        int to = from + cell.codePointCount(0, cell.length());
        out.append("| ").append(marked(cell, Span.within(block.spans(), from, to))).append(' ');
        from = to + 1;
      }
      out.append("|").append(first ? "\n" + "| --- ".repeat(width) + "|" : "").append('\n');
      first = false;
    }
    return out.substring(0, out.length() - 1);
  }

  private String figure(Block block) {
    StringBuilder out = new StringBuilder();
    if (block.image() != null) {
      out.append("![").append(escaped(block.image().alt())).append("](<");
      out.append(address(block.image().at(WIDEST))).append(">)");
      out.append(block.text() == null ? "" : "\n\n");
    }
    if (block.text() != null) {
      out.append(lines(block.text(), block.spans(), ""));
    }
    return out.toString();
  }

  private static String opening(Span span) {
    return switch (span.kind()) {
      case Span.STRONG -> "**";
      case Span.EM -> "*";
      default -> "[";
    };
  }

  private static String closing(Span span) {
    return switch (span.kind()) {
      case Span.STRONG -> "**";
      case Span.EM -> "*";
      default -> "](<" + address(span.href()) + ">)";
    };
  }

  private static String address(String url) {
    return url == null
        ? ""
        : url.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C").replace("\n", "%0A");
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    if (text != null) {
      text.codePoints().forEach(codePoint -> escaped.append(escaped(codePoint)));
    }
    return escaped.toString();
  }

  private static String escaped(int codePoint) {
    return ALWAYS_ESCAPED.indexOf(codePoint) < 0
        ? Character.toString(codePoint)
        : "\\" + Character.toString(codePoint);
  }
}
