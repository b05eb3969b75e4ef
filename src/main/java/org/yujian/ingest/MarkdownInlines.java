package org.yujian.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.yujian.edition.body.Picture;
import org.yujian.edition.body.SafeLink;
import org.yujian.edition.body.Span;
import org.yujian.shared.text.Glyph;

/**
 * Flattens the inline nodes of one Markdown block into lines with spans, and takes the pictures
 * out. Walks without recursion: marks can be nested as deep as a paragraph is long.
 */
final class MarkdownInlines {

  /** A picture, the words that stand as its caption (or null), and whether text came before it. */
  record Found(Picture picture, String caption, int line, boolean behindText) {}

  /** Tags that only dress text: they are not text themselves. */
  private static final Pattern DRESS =
      Pattern.compile(
          "</?(?:span|font|u|b|strong|i|em|p|div|center|section|sub|sup|small|big|a|img|mark|s|del|ins)(?:[\\s/][^>]*)?/?>"
              + "|<!--.*-->",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private record Mark(Node node, int line, int start) {}

  private final List<InlineLine> lines = new ArrayList<>();
  private final List<Found> pictures = new ArrayList<>();
  private final Deque<Mark> open = new ArrayDeque<>();
  private StringBuilder text = new StringBuilder();
  private List<Span> spans = new ArrayList<>();
  private int length;
  private int line;

  MarkdownInlines(Node block, int firstLine) {
    line = firstLine;
    Node node = block.getFirstChild();
    while (node != null) {
      boolean inside = enter(node) && node.getFirstChild() != null;
      if (inside) {
        node = node.getFirstChild();
        continue;
      }
      leave(node);
      while (node != block && node.getNext() == null) {
        node = node.getParent();
        if (node != block) {
          leave(node);
        }
      }
      node = node == block ? null : node.getNext();
    }
    endLine(false);
  }

  List<InlineLine> lines() {
    return lines;
  }

  List<Found> pictures() {
    return pictures;
  }

  /** True when the node's children are text too. */
  private boolean enter(Node node) {
    if (node instanceof Text words) {
      append(words.getLiteral());
    } else if (node instanceof Code code) {
      append(code.getLiteral());
    } else if (node instanceof HtmlInline html) {
      html(html.getLiteral());
    } else if (node instanceof SoftLineBreak) {
      endLine(false);
      line++;
    } else if (node instanceof HardLineBreak) {
      endLine(true);
      line++;
    } else if (node instanceof Image image) {
      picture(image);
      return false;
    } else if (kind(node) != null) {
      open.push(new Mark(node, lines.size(), length));
    }
    return true;
  }

  private void leave(Node node) {
    if (!open.isEmpty() && open.peek().node() == node) {
      Mark mark = open.pop();
      int start = mark.line() == lines.size() ? mark.start() : 0;
      if (start < length) {
        spans.add(new Span(start, length, kind(node), href(node)));
      }
    }
  }

  private static String kind(Node node) {
    if (node instanceof StrongEmphasis) {
      return Span.STRONG;
    }
    if (node instanceof Emphasis) {
      return Span.EM;
    }
    return node instanceof Link link && SafeLink.isSafe(link.getDestination()) ? Span.LINK : null;
  }

  private static String href(Node node) {
    return node instanceof Link link ? link.getDestination() : null;
  }

  private void append(String words) {
    text.append(words);
    length += Glyph.length(words);
  }

  private void html(String tag) {
    if (tag.toLowerCase(Locale.ROOT).startsWith("<br")) {
      endLine(true);
    } else if (!DRESS.matcher(tag).matches()) {
      append(tag);
    }
  }

  private void picture(Image image) {
    StringBuilder alt = new StringBuilder();
    for (Node node = image.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Text words) {
        alt.append(words.getLiteral());
      }
    }
    String caption = image.getTitle() == null ? "" : Glyph.trim(image.getTitle());
    Picture picture =
        new Picture(image.getDestination(), alt.isEmpty() ? null : Glyph.trim(alt.toString()));
    boolean behindText = length > 0 || lines.stream().anyMatch(each -> !each.text().isEmpty());
    pictures.add(new Found(picture, caption.isEmpty() ? null : caption, line, behindText));
  }

  /** Marks that run over the line's end are cut in two there. */
  private void endLine(boolean hard) {
    for (Mark mark : open) {
      int start = mark.line() == lines.size() ? mark.start() : 0;
      if (start < length) {
        spans.add(new Span(start, length, kind(mark.node()), href(mark.node())));
      }
    }
    lines.add(new InlineLine(line, text.toString(), spans, hard).trimmed());
    text = new StringBuilder();
    spans = new ArrayList<>();
    length = 0;
  }
}
