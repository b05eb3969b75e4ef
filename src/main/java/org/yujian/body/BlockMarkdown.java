package org.yujian.body;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Derives the Markdown of a body, escaped so that reading it again gives the same lines. A heading
 * at the very beginning would be read as a subtitle, so callers write the subtitle before it.
 */
final class BlockMarkdown {

  /** Characters that start a block at the beginning of a line and must be escaped. */
  private static final Pattern BLOCK_START = Pattern.compile("[#>+=~-]|\\d{1,9}[.)]");

  private static final Pattern ORDINAL = Pattern.compile("\\d{1,9}(?=[.)])");
  private static final String ALWAYS_ESCAPED = "\\`*_[]<&|";

  private final StringBuilder out = new StringBuilder();
  private final MarkedText marked =
      new MarkedText(BlockMarkdown::opening, BlockMarkdown::closing, BlockMarkdown::escaped);

  String render(List<Block> blocks) {
    for (Block block : blocks) {
      if (!out.isEmpty()) {
        out.append("\n\n");
      }
      write(block);
    }
    return out.append(out.isEmpty() ? "" : "\n").toString();
  }

  private void write(Block block) {
    switch (block.type()) {
      case Block.HEADING -> {
        out.append("#".repeat(block.level() == null ? 2 : block.level())).append(' ');
        lines(block.text(), block.spans(), "");
      }
      case Block.LIST -> list(block);
      case Block.QUOTE -> {
        out.append("> ");
        lines(block.text(), block.spans(), "> ");
      }
      case Block.TABLE -> table(block);
      case Block.FIGURE -> figure(block);
      default -> lines(block.text(), block.spans(), "");
    }
  }

  /** Writes line breaks as hard breaks, because reading joins soft ones. */
  private void lines(String text, List<Span> spans, String prefix) {
    int from = 0;
    String between = "";
    for (String line : text.split("\n", -1)) {
      out.append(between);
      int to = from + line.codePointCount(0, line.length());
      line(line, within(spans, from, to));
      from = to + 1;
      between = "\\\n" + prefix;
    }
  }

  private void line(String line, List<Span> spans) {
    boolean plainStart = spans.isEmpty() || spans.stream().noneMatch(span -> span.start() == 0);
    if (plainStart && BLOCK_START.matcher(line).lookingAt()) {
      var ordinal = ORDINAL.matcher(line);
      int plain = ordinal.lookingAt() ? ordinal.end() : 0;
      out.append(line, 0, plain).append('\\');
      int skipped = plain;
      marked.write(line.substring(plain), within(spans, skipped, Integer.MAX_VALUE), out);
    } else {
      marked.write(line, spans, out);
    }
  }

  private void list(Block block) {
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
      if (listed) {
        int marker = indent.markerLength();
        out.append(indent.indent()).append(item, 0, marker);
        line(item.substring(marker), within(block.spans(), from + marker, to));
      } else {
        line(item, within(block.spans(), from, to));
      }
      from = to + 1;
    }
  }

  private void table(Block block) {
    if (block.text() != null) {
      out.append(String.join("\n\n", block.lines().stream().map(BlockMarkdown::escaped).toList()));
      return;
    }
    int width = block.rows().stream().mapToInt(List::size).max().orElse(0);
    int from = 0;
    boolean first = true;
    for (List<String> row : block.rows()) {
      for (String cell : row) {
        int to = from + cell.codePointCount(0, cell.length());
        out.append("| ");
        marked.write(cell, within(block.spans(), from, to), out);
        out.append(' ');
        from = to + 1;
      }
      out.append("|").append(first ? "\n" + "| --- ".repeat(width) + "|" : "").append('\n');
      first = false;
    }
    out.setLength(out.length() - 1);
  }

  private void figure(Block block) {
    if (block.image() != null) {
      out.append("![").append(escaped(block.image().alt())).append("](<");
      out.append(address(block.image().url())).append(">)");
      out.append(block.text() == null ? "" : "\n\n");
    }
    if (block.text() != null) {
      lines(block.text(), block.spans(), "");
    }
  }

  private static List<Span> within(List<Span> spans, int from, int to) {
    return spans.stream().map(span -> span.within(from, to)).filter(span -> span != null).toList();
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
