package org.yujian.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.yujian.media.Picture;

/**
 * Reads untrusted HTML into blocks. None of the given markup survives: only words, marks, safe
 * addresses and structure that blocks can express; HTML is later derived from the blocks. Walks the
 * tree without recursion, in linear time.
 */
public final class HtmlReader implements NodeFilter {

  /** The subset of design section 6; rel is set when writing, and WeChat uses data-src. */
  private static final Safelist SUBSET =
      new Safelist()
          .addTags("p", "h2", "h3", "h4", "strong", "em", "a", "img", "figure", "figcaption")
          .addTags("ul", "ol", "li", "blockquote", "br")
          .addTags("table", "thead", "tbody", "tfoot", "tr", "td", "th")
          .addAttributes("a", "href", "rel")
          .addAttributes("img", "src", "alt", "data-src")
          // BlockHtml writes them; read again, a picture gets its sizes by its address.
          .addTags("picture", "source")
          .addAttributes("source", "type", "srcset", "sizes", "media")
          .addAttributes("img", "srcset", "sizes", "width", "height", "loading", "decoding")
          .addAttributes("td", "rowspan", "colspan")
          .addAttributes("th", "rowspan", "colspan")
          .addAttributes("ol", "start");

  /** Elements with the meaning of an element of the subset. */
  private static final Set<String> SYNONYMS = Set.of("b", "i");

  /** Elements dropped with their content, which is not text for readers. */
  private static final Set<String> WITH_CONTENT =
      Set.of(
          ("script style noscript template iframe frame frameset noframes object embed applet param svg math head title textarea select "
                  + "option button input audio video track canvas xmp plaintext noembed map area link meta base portal dialog")
              .split(" "));

  /** Attribute of an item with its marker, where the reader of a document knows it. */
  public static final String MARKER = "data-marker";

  private static final List<String> ADDRESSES_AND_WORDS = List.of("href", "src", "alt", "title");

  /** Maximum depth, because parsing cost grows with depth; deeper elements are moved up. */
  private static final int DEEPEST = 100;

  private static final int LONGEST_ADDRESS = 2_000;
  private static final int LONGEST_ALT = 500;

  /** An open link; an empty {@code href} means no link. */
  private record Link(String href, long from) {}

  private final Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
  private final boolean fromMarkdown;
  private final Drops drops = new Drops();
  private final MarkedWords words = new MarkedWords();
  private final BlockFlow flow = new BlockFlow(words, drops);
  private final Deque<Link> links = new ArrayDeque<>();
  private final UnaryOperator<String> inside;
  private int strong;
  private int em;

  /**
   * @param fromMarkdown true if {@link MarkdownHtml} wrote the HTML, with its {@link LineMarks}
   * @param inside name of the picture that comes with the document at this address, or null
   */
  HtmlReader(boolean fromMarkdown, UnaryOperator<String> inside) {
    this.inside = inside;
    this.fromMarkdown = fromMarkdown;
  }

  /** Parses any text; returns its blocks and what was dropped. */
  static Cleaned read(String html) {
    HtmlReader reader = new HtmlReader(false, none -> null);
    reader.add(html);
    return reader.end(null).cleaned();
  }

  /**
   * Reads the body of a parsed HTML document. If the parser tracked positions, the lines of blocks
   * are those of their start tags.
   *
   * @param inside name of the picture that comes with the document at this address, or null
   */
  public static Reading read(Element body, UnaryOperator<String> inside) {
    HtmlReader reader = new HtmlReader(false, inside);
    NodeTraversor.filter(reader, body);
    return reader.end(null);
  }

  /** Parses one part of a document; elements left open end with it. */
  void add(String html) {
    Element body = new Element("body");
    body.appendChildren(parser.parseFragmentInput(html, body, ""));
    NodeTraversor.filter(this, body);
  }

  Reading end(YamlFrontMatter frontMatter) {
    return new Reading(flow.end(), drops.list(), drops.losses(), frontMatter);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      if (KeptSpaces.isIn(text)) {
        words.appendKept(text.getWholeText(), mark());
      } else {
        words(text.getWholeText());
      }
    } else if (node instanceof Comment comment) {
      if (!fromMarkdown || !LineMarks.read(comment.getData(), words, flow)) {
        drops.lose("comment", words.line(), comment.getData(), null);
      }
    } else if (node instanceof Element element) {
      return depth > 0 ? open(element) : FilterResult.CONTINUE;
    } else {
      drops.lose("other", words.line(), node.outerHtml(), null);
    }
    return FilterResult.CONTINUE;
  }

  private void words(String text) {
    String prefix = text.isBlank() ? null : flow.takePrefix();
    if (prefix != null) {
      words.append(prefix + " ", 0, false);
    }
    words.append(text, mark(), flow.keepsLines());
  }

  private int mark() {
    String href = links.isEmpty() ? null : links.peek().href();
    return words.mark(strong > 0, em > 0, href == null || href.isEmpty() ? null : href);
  }

  private FilterResult open(Element element) {
    String name = element.normalName();
    if (WITH_CONTENT.contains(name)) {
      drops.lose(name, words.line(), content(element), null);
      return FilterResult.SKIP_ENTIRELY;
    }
    if (!element.tag().isKnownTag() && !SUBSET.isSafeTag(name)) {
      // May be plain text such as <name>, so it is reported with the text.
      drops.lose(name, words.line(), "<" + name + ">", null);
    } else if (!SUBSET.isSafeTag(name) && !SYNONYMS.contains(name)) {
      drops.count(name);
    }
    for (Attribute attribute : element.attributes()) {
      if (!SUBSET.isSafeAttribute(name, element, attribute)) {
        attribute(name, attribute);
      }
    }
    switch (name) {
      case "b", "strong" -> strong++;
      case "i", "em" -> em++;
      case "a" -> links.push(new Link(link(element), words.read()));
      case "br" -> words.lineBreak();
      case "img" -> picture(element);
      default -> block(element);
    }
    return FilterResult.CONTINUE;
  }

  private void block(Element element) {
    if (element.isBlock()) {
      if (element.sourceRange().isTracked()) {
        words.line(element.sourceRange().start().lineNumber());
      }
      ListItems.writtenMarker(element).ifPresent(flow::marker);
      flow.open(element);
    }
  }

  /** All text inside the element, including comments and addresses. */
  private static String content(Element element) {
    StringBuilder content = new StringBuilder();
    element
        .nodeStream()
        .forEach(
            node -> {
              if (node instanceof Element inner) {
                ADDRESSES_AND_WORDS.forEach(name -> content.append(inner.attr(name)));
              } else if (node instanceof TextNode text) {
                content.append(text.getWholeText());
              } else if (node instanceof DataNode data) {
                content.append(data.getWholeData());
              } else if (node instanceof Comment comment && !LineMarks.isMark(comment.getData())) {
                content.append(comment.getData());
              }
            });
    return LineMarks.without(content.toString());
  }

  private void attribute(String element, Attribute attribute) {
    String what = "@" + attribute.getKey();
    if (!attribute.getKey().equals("title")) {
      drops.count(what);
    } else if (!element.equals("img") || !fromMarkdown) {
      drops.lose(what, words.line(), attribute.getValue(), null);
    }
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && depth > 0) {
      switch (element.normalName()) {
        case "b", "strong" -> strong--;
        case "i", "em" -> em--;
        case "a" -> {
          Link link = links.pop();
          if (!link.href().isEmpty() && words.read() == link.from()) {
            drops.lose("a[href]", words.line(), "", link.href());
          }
        }
        case "br", "img" -> {}
        default -> {
          if (element.isBlock()) {
            flow.close(element);
          }
        }
      }
    }
    return FilterResult.CONTINUE;
  }

  /** The link's address; empty if it is missing or unsafe. */
  private String link(Element element) {
    String href = element.attr("href").strip();
    boolean safe = href.length() <= LONGEST_ADDRESS && SafeLink.isSafe(href);
    if (!safe && element.hasAttr("href")) {
      drops.lose("a[href]", words.line(), "", href);
    }
    return safe ? href : "";
  }

  private void picture(Element element) {
    String src = element.attr("src").strip();
    String name = inside.apply(src);
    String url = name != null ? name : isPicture(src) ? src : element.attr("data-src").strip();
    String alt = line(element.attr("alt")).text();
    // In Markdown readers see a title as a caption; in HTML it is only a tooltip.
    MarkedWords.Text caption = line(fromMarkdown ? element.attr("title") : "");
    if (name == null && !isPicture(url)) {
      drops.lose("img[src]", words.line(), alt, src.isEmpty() ? url : src);
      flow.caption(caption);
      return;
    }
    if (alt.codePointCount(0, alt.length()) > LONGEST_ALT) {
      drops.count("img[alt]");
      alt = alt.substring(0, alt.offsetByCodePoints(0, LONGEST_ALT)).strip();
    }
    flow.picture(Picture.at(url, alt.isEmpty() ? null : alt), caption);
  }

  private MarkedWords.Text line(String text) {
    MarkedWords line = new MarkedWords();
    line.line(words.line());
    line.append(text, 0, false);
    return line.takeLine();
  }

  private static boolean isPicture(String url) {
    return url.length() <= LONGEST_ADDRESS && SafeLink.isPicture(url);
  }
}
