package org.yujian.body;

import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yujian.media.Picture;

/** Derives the HTML of a body: only the subset of design section 6; everything else is escaped. */
final class BlockHtml {

  /** Width of text on a large screen; a phone shows a picture as wide as its screen. */
  private static final String SIZES = "(min-width: 42em) 40em, 100vw";

  /** For clients that do not choose among widths. */
  private static final int PLAIN_WIDTH = 1080;

  private static final Pattern DECIMAL = Pattern.compile("(\\d{1,9})[.)]\\s*");
  private static final Pattern BULLET = Pattern.compile("[^\\p{L}\\p{N}]\\s*");

  /** Marker of an item in an inner list of the other kind. */
  private static final Pattern INNER_DECIMAL = Pattern.compile("(\\d{1,9})[.)]\\s+");

  private static final Pattern INNER_BULLET = Pattern.compile("[-+*•]\\s+");

  private static final MarkedText MARKED =
      new MarkedText(BlockHtml::opening, BlockHtml::closing, BlockHtml::escaped);

  private BlockHtml() {}

  static String render(List<Block> blocks) {
    return blocks.stream().map(BlockHtml::html).collect(Collectors.joining());
  }

  private static String html(Block block) {
    return switch (block.kind()) {
      case PARAGRAPH -> element("p", block.text(), block.spans());
      case HEADING -> {
        int level = Math.max(2, Math.min(4, block.level() == null ? 2 : block.level()));
        yield element("h" + level, block.text(), block.spans());
      }
      case LIST -> list(block);
      case QUOTE -> "<blockquote>" + element("p", block.text(), block.spans()) + "</blockquote>";
      case TABLE -> table(block);
      case FIGURE -> figure(block);
      case UNKNOWN -> element("p", String.join("\n", block.lines()), block.spans());
    };
  }

  private static String element(String tag, String text, List<Span> spans) {
    String words = MARKED.write(text == null ? "" : text, spans);
    return "<" + tag + ">" + words + "</" + tag + ">";
  }

  private static String list(Block block) {
    StringBuilder out = new StringBuilder();
    Matcher first = DECIMAL.matcher(block.items().get(0));
    boolean ordered = first.lookingAt();
    int number = ordered ? Integer.parseInt(first.group(1)) : 0;
    out.append(opening(ordered, number));
    int from = 0;
    for (String item : block.items()) {
      Matcher decimal = INNER_DECIMAL.matcher(item);
      int written = decimal.lookingAt() ? Integer.parseInt(decimal.group(1)) : -1;
      boolean bullet = ordered && INNER_BULLET.matcher(item).lookingAt();
      if (bullet || written >= 0 && !(ordered && written == number)) {
        // Inner lists become lists of their own, one after the other, to keep every number as
        // written.
        out.append(closing(ordered));
        ordered = !bullet;
        number = written;
        out.append(opening(ordered, number));
      }
      Matcher marker = (ordered ? DECIMAL : BULLET).matcher(item);
      int skipped = marker.lookingAt() ? marker.end() : 0;
      int to = from + item.codePointCount(0, item.length());
      out.append(
          element("li", item.substring(skipped), Span.within(block.spans(), from + skipped, to)));
      from = to + 1;
      number++;
    }
    return out.append(closing(ordered)).toString();
  }

  private static String opening(boolean ordered, int number) {
    return ordered ? "<ol start=\"" + number + "\">" : "<ul>";
  }

  private static String closing(boolean ordered) {
    return ordered ? "</ol>" : "</ul>";
  }

  private static String table(Block block) {
    StringBuilder out = new StringBuilder("<table><tbody>");
    Iterator<Cell> cells = block.cells().iterator();
    Cell next = cells.hasNext() ? cells.next() : null;
    int from = 0;
    for (int i = 0; i < block.rows().size(); i++) {
      out.append("<tr>");
      List<String> row = block.rows().get(i);
      for (int k = 0; k < row.size(); k++) {
        Cell special = next != null && next.isAt(i, k) ? next : null;
        if (special != null) {
          next = cells.hasNext() ? cells.next() : null;
        }
        int to = from + row.get(k).codePointCount(0, row.get(k).length());
        out.append(cell(special, row.get(k), Span.within(block.spans(), from, to)));
        from = to + 1;
      }
      out.append("</tr>");
    }
    return out.append("</tbody></table>").toString();
  }

  /**
   * @param special attributes of the cell; null for a plain one
   */
  private static String cell(Cell special, String text, List<Span> spans) {
    String tag = special != null && special.header() != null ? "th" : "td";
    StringBuilder out = new StringBuilder("<").append(tag);
    if (special != null && special.rowspan() != null) {
      out.append(" rowspan=\"").append(special.rowspan()).append('"');
    }
    if (special != null && special.colspan() != null) {
      out.append(" colspan=\"").append(special.colspan()).append('"');
    }
    out.append('>').append(MARKED.write(text, spans));
    return out.append("</").append(tag).append('>').toString();
  }

  private static String figure(Block block) {
    StringBuilder out = new StringBuilder("<figure>");
    if (block.image() != null && SafeLink.isPicture(block.image().url())) {
      out.append(block.image().widths().isEmpty() ? image(block.image()) : sizes(block.image()));
    }
    if (block.text() != null) {
      out.append(element("figcaption", block.text(), block.spans()));
    }
    return out.append("</figure>").toString();
  }

  private static String image(Picture picture) {
    return "<img src=\"" + escaped(picture.url()) + "\"" + alt(picture) + ">";
  }

  private static String alt(Picture picture) {
    return " alt=\"" + escaped(picture.alt()) + "\"";
  }

  /** A stored picture in its widths; with its own size, so that nothing jumps when it loads. */
  private static String sizes(Picture picture) {
    String size = " width=\"" + picture.width() + "\" height=\"" + picture.height() + "\"";
    String rest = alt(picture) + size + " loading=\"lazy\" decoding=\"async\">";
    if (picture.animation() != null) {
      return "<img src=\"" + escaped(picture.animation()) + "\"" + rest;
    }
    String jpeg = picture.url();
    String webp = jpeg.substring(0, jpeg.lastIndexOf('.')) + ".webp";
    return "<picture><source type=\"image/webp\""
        + candidates(webp, picture.widths())
        + "><img src=\""
        + escaped(picture.at(PLAIN_WIDTH))
        + "\""
        + candidates(jpeg, picture.widths())
        + rest
        + "</picture>";
  }

  private static String candidates(String url, List<Integer> widths) {
    return widths.stream()
        .map(width -> escaped(url.replace("{w}", width.toString())) + " " + width + "w")
        .collect(Collectors.joining(", ", " srcset=\"", "\" sizes=\"" + SIZES + "\""));
  }

  private static String opening(Span span) {
    return switch (span.kind()) {
      case Span.STRONG -> "<strong>";
      case Span.EM -> "<em>";
      case Span.LINK ->
          SafeLink.isSafe(span.href())
              ? "<a href=\"" + escaped(span.href()) + "\" rel=\"nofollow noopener noreferrer\">"
              : "";
      default -> "";
    };
  }

  private static String closing(Span span) {
    return switch (span.kind()) {
      case Span.STRONG -> "</strong>";
      case Span.EM -> "</em>";
      case Span.LINK -> SafeLink.isSafe(span.href()) ? "</a>" : "";
      default -> "";
    };
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    if (text != null) {
      text.codePoints().forEach(codePoint -> escaped.append(escaped(codePoint)));
    }
    return escaped.toString();
  }

  private static String escaped(int codePoint) {
    return switch (codePoint) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      case '\n' -> "<br>";
      default -> Character.toString(codePoint);
    };
  }
}
