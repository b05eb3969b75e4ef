package org.yujian.edition.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
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

/**
 * Reads HTML, from whomever, into blocks. Nothing of the given markup survives: only words, marks,
 * safe addresses and the structure that blocks can say; the body's HTML is then derived from the
 * blocks like any other. Walks without recursion, in linear time.
 */
final class HtmlReader implements NodeFilter {

  /** The subset of design section 6; {@code rel} is given anew, WeChat has pictures in data-src. */
  private static final Safelist SUBSET =
      new Safelist()
          .addTags("p", "h2", "h3", "h4", "strong", "em", "a", "img", "figure", "figcaption")
          .addTags("ul", "ol", "li", "blockquote", "br")
          .addTags("table", "thead", "tbody", "tfoot", "tr", "td", "th")
          .addAttributes("a", "href", "rel")
          .addAttributes("img", "src", "alt", "data-src")
          .addAttributes("td", "rowspan", "colspan")
          .addAttributes("th", "rowspan", "colspan")
          .addAttributes("ol", "start");

  /** Other names for what the subset has. */
  private static final Set<String> SYNONYMS = Set.of("b", "i");

  /** What is in them is no text for readers. */
  private static final Set<String> WITH_CONTENT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "frame",
          "frameset",
          "noframes",
          "object",
          "embed",
          "applet",
          "param",
          "svg",
          "math",
          "head",
          "title",
          "textarea",
          "select",
          "option",
          "button",
          "input",
          "audio",
          "video",
          "source",
          "track",
          "canvas",
          "xmp",
          "plaintext",
          "noembed",
          "map",
          "area",
          "link",
          "meta",
          "base",
          "portal",
          "dialog");

  private static final List<String> ADDRESSES_AND_WORDS = List.of("href", "src", "alt", "title");

  /** What lies deeper comes up; the parser's cost per element grows with its depth. */
  private static final int DEEPEST = 100;

  private static final int LONGEST_ADDRESS = 2_000;
  private static final int LONGEST_ALT = 500;

  /** A link that is open; an empty address leads nowhere. */
  private record Link(String href, long from) {}

  private final Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
  private final boolean fromMarkdown;
  private final Drops drops = new Drops();
  private final MarkedWords words = new MarkedWords();
  private final BlockFlow flow = new BlockFlow(words, drops);
  private final Deque<Link> links = new ArrayDeque<>();
  private int strong;
  private int em;

  /**
   * @param fromMarkdown whether {@link MarkdownHtml} made the HTML, with its {@link LineMarks}
   */
  HtmlReader(boolean fromMarkdown) {
    this.fromMarkdown = fromMarkdown;
  }

  /** The blocks that the HTML holds and what of it is lost; any text at all is fine. */
  static Cleaned read(String html) {
    HtmlReader reader = new HtmlReader(false);
    reader.add(html);
    return reader.end(null).cleaned();
  }

  /** Reads a part; what it leaves open ends with it. */
  void add(String html) {
    Element body = new Element("body");
    body.appendChildren(parser.parseFragmentInput(html, body, ""));
    NodeTraversor.filter(this, body);
  }

  Reading end(FrontMatter frontMatter) {
    return new Reading(flow.end(), drops.list(), drops.losses(), frontMatter);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      words(text.getWholeText());
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
    String href = links.isEmpty() ? null : links.peek().href();
    words.append(
        text,
        words.mark(strong > 0, em > 0, href == null || href.isEmpty() ? null : href),
        flow.keepsLines());
  }

  private FilterResult open(Element element) {
    String name = element.normalName();
    if (WITH_CONTENT.contains(name)) {
      drops.lose(name, words.line(), content(element), null);
      return FilterResult.SKIP_ENTIRELY;
    }
    if (!element.tag().isKnownTag()) {
      // Perhaps no markup at all: <name> in a text.
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
      default -> {
        if (element.isBlock()) {
          flow.open(element);
        }
      }
    }
    return FilterResult.CONTINUE;
  }

  /** All the words inside, comments and what links lead to too. */
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

  /** Empty for one that leads nowhere. */
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
    String url = isPicture(src) ? src : element.attr("data-src").strip();
    String alt = line(element.attr("alt")).text();
    // A title in Markdown is written for readers; in HTML it is a tooltip.
    MarkedWords.Text caption = line(fromMarkdown ? element.attr("title") : "");
    if (!isPicture(url)) {
      drops.lose("img[src]", words.line(), alt, src.isEmpty() ? url : src);
      flow.caption(caption);
      return;
    }
    if (alt.codePointCount(0, alt.length()) > LONGEST_ALT) {
      drops.count("img[alt]");
      alt = alt.substring(0, alt.offsetByCodePoints(0, LONGEST_ALT)).strip();
    }
    flow.picture(new Picture(url, alt.isEmpty() ? null : alt), caption);
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
