package org.yujian.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.yujian.body.GivenBody;
import org.yujian.body.HtmlReader;
import org.yujian.body.Loss;
import org.yujian.body.ReadBlock;
import org.yujian.body.Reading;
import org.yujian.shared.text.Glyph;

/**
 * Reads HTML files, among them those that Word, WPS and LibreOffice save: their inline styles,
 * hidden text, list markers and page breaks become what {@link HtmlReader} knows.
 */
public final class HtmlDocument implements DocumentReader {

  /** Maximum chars without comments and embedded pictures: the tree takes many times as much. */
  static final int LONGEST = 2_000_000;

  /** Maximum number of tags; each element takes about 500 bytes with its position. */
  private static final int MOST_TAGS = 200_000;

  private static final int DEEPEST = 100;
  private static final int START_BYTES = 4_096;
  private static final Pattern START = Pattern.compile("(?s)(?:<!doctype\\s+html|<html)[\\s>/].*");
  private static final Pattern META =
      Pattern.compile("<meta[^>]{0,200}?charset\\s{0,9}=[\\s\"']{0,9}([\\w.:-]{1,40})");
  private static final Set<String> NOT_SHOWN =
      Set.of("script", "style", "meta", "link", "title", "xml", "noscript", "template", "base");
  private static final Pattern HIDDEN =
      Pattern.compile(
          "(?:^|[;\\s])(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all)");
  private static final Pattern BOLD =
      Pattern.compile("(?:^|[;\\s])font-weight\\s*:\\s*(?:bold|bolder|[6-9]00)");
  private static final Pattern NOT_BOLD =
      Pattern.compile("(?:^|[;\\s])font-weight\\s*:\\s*(?:normal|lighter|[1-5]00)");
  private static final Pattern ITALIC =
      Pattern.compile("(?:^|[;\\s])font-style\\s*:\\s*(?:italic|oblique)");
  private static final Pattern LIST_MARKER = Pattern.compile("mso-list\\s*:\\s*ignore");
  private static final Pattern PAGE_BREAK =
      Pattern.compile("(?:page-)?break-before\\s*:\\s*(?:always|page)");
  private static final Pattern NOTE = Pattern.compile("sd(?:foot|end)note(anc|sym)");
  private static final int LONGEST_STYLE = 2_000;

  private final List<Loss> losses = new ArrayList<>();
  private final Pictures pictures;
  private final HtmlData data = new HtmlData();

  /** The last picture that was moved behind a paragraph. */
  private final Map<Element, Element> moved = new IdentityHashMap<>();

  private boolean hidden;
  private boolean tracked;

  public HtmlDocument() {
    this(new Pictures());
  }

  HtmlDocument(Pictures pictures) {
    this.pictures = pictures;
  }

  /** True if the file begins like an HTML document, in any encoding. */
  public static boolean isHtml(byte[] bytes) {
    String start = start(bytes);
    int from = 0;
    while (from < start.length()
        && (Glyph.isBlank(start.charAt(from))
            || "\u00EF\u00BB\u00BF".indexOf(start.charAt(from)) >= 0)) {
      from++;
    }
    return START.matcher(start.substring(from)).matches();
  }

  private static String start(byte[] bytes) {
    boolean wide = bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF;
    Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
    return new String(bytes, 0, Math.min(bytes.length, START_BYTES), charset)
        .toLowerCase(Locale.ROOT);
  }

  @Override
  public Result read(byte[] bytes) {
    DocumentDecoder.Decoded decoded = decode(bytes);
    String html = HtmlData.withoutComments(data.without(decoded.text()));
    if (html.length() > LONGEST) {
      throw tooLong("An HTML file may not be so long.", LONGEST);
    }
    if (html.chars().filter(c -> c == '<').count() > MOST_TAGS) {
      throw tooLong("An HTML file may not have so many tags.", MOST_TAGS);
    }
    if (GivenBody.hasTooManyTables(html)) {
      throw tooLong("An HTML file may not have so many tables.", GivenBody.MOST_TABLES);
    }
    Document document =
        Parser.htmlParser().setMaxDepth(DEEPEST).setTrackPosition(true).parseInput(html, "");
    boolean titled = document.body().selectFirst("h1") != null;
    for (Element element : document.body().stream().toList()) {
      if (element != document.body()) {
        prepare(element, titled);
      }
    }
    HtmlTables.unwrap(document.body());
    HtmlLists.mark(document.body());
    Reading reading = HtmlReader.read(document.body(), pictures::at);
    losses.addAll(reading.losses());
    List<ReadBlock> blocks = new ArrayList<>(reading.blocks());
    addEmptySubtitle(document, blocks);
    return new Result(
        new Reading(blocks, reading.dropped(), losses, null), decoded.charset(), pictures.all());
  }

  /** Gives a picture that the file contains its name, or leaves it out. */
  private void picture(Element element) {
    behind(element);
    if (!HtmlData.isData(element.attr("src"))) {
      return;
    }
    String name = pictures.take(data.of(element.attr("src")));
    if (name == null) {
      losses.add(new Loss("picture.left-out", line(element), shortened(element.attr("alt")), null));
      clear(element);
    } else {
      element.attr("src", name);
    }
  }

  /** Moves a picture behind the paragraph whose words it interrupts. */
  private void behind(Element picture) {
    Element paragraph = picture.closest("p");
    if (paragraph != null && paragraph.hasText() && paragraph.selectFirst("br") == null) {
      moved.getOrDefault(paragraph, paragraph).after(picture);
      moved.put(paragraph, picture);
    }
  }

  /** Says that the heading below the title is no subtitle; see {@link HtmlFile}. */
  private static void addEmptySubtitle(Document document, List<ReadBlock> blocks) {
    boolean empty = document.body().selectFirst("h1 + h2.subtitle:empty") != null;
    for (int i = 0; empty && i < blocks.size(); i++) {
      if (blocks.get(i).level() == 1) {
        blocks.add(i + 1, ReadBlock.emptySubtitle(blocks.get(i).line()));
        return;
      }
    }
  }

  private static DocumentRefused tooLong(String reason, int limit) {
    return new DocumentRefused(DocumentRefused.BODY_TOO_LONG, reason, limit);
  }

  /**
   * The charset that the file names counts, unless the bytes are certainly UTF-8: programs change
   * the encoding of a file and forget the name in it.
   */
  private static DocumentDecoder.Decoded decode(byte[] bytes) {
    DocumentDecoder.refuseBinary(bytes);
    String start = start(bytes);
    Matcher meta = META.matcher(start);
    String name = meta.find() ? meta.group(1) : "";
    boolean chinese = name.matches("gb_?2312(?:-80)?|gbk|x-gbk|gb18030|cp936|windows-936");
    if (chinese && !isSurelyUtf8(bytes) && start.charAt(0) != '\uFEFF') {
      return DocumentDecoder.strictly(bytes, 0, Charset.forName("GB18030"));
    }
    return name.matches("big5(?:-hkscs)?") && !isSurelyUtf8(bytes)
        ? DocumentDecoder.strictly(bytes, 0, Charset.forName("Big5-HKSCS"))
        : DocumentDecoder.decode(bytes);
  }

  /** Has a byte order mark, or sequences of three bytes, of which Chinese text consists. */
  private static boolean isSurelyUtf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF")
        || text.indexOf('\uFFFD') < 0 && text.chars().anyMatch(c -> c > 0x7FF);
  }

  private void prepare(Element element, boolean titled) {
    String name = element.normalName();
    String written = element.attr("style").toLowerCase(Locale.ROOT);
    String style = written.length() > LONGEST_STYLE ? "" : written;
    if (NOT_SHOWN.contains(name)) {
      clear(element);
    } else if (HIDDEN.matcher(style).find() || element.hasAttr("hidden")) {
      hide(element);
    } else if (name.equals("del") || name.equals("ins")) {
      track(element);
    } else if (name.equals("img")) {
      picture(element);
    } else if (name.equals("br") && PAGE_BREAK.matcher(style).find()) {
      // A block ends the paragraph, and an empty one adds nothing.
      element.tagName("div");
    } else if (LIST_MARKER.matcher(style).find()) {
      element.text(marker(element.wholeText()));
    } else if (name.equals("p") && element.hasClass("MsoTitle") && !titled) {
      element.tagName("h1");
    } else {
      mark(element, name, style);
    }
  }

  private void mark(Element element, String name, String style) {
    if (name.equals("a") && element.attr("href").startsWith("#")) {
      element.removeAttr("href");
      note(element);
    }
    if (name.equals("td") && element.closest("thead") != null) {
      element.tagName("th");
    }
    if (name.indexOf(':') >= 0) {
      element.tagName("span");
    }
    if (Set.of("b", "strong").contains(name) && NOT_BOLD.matcher(style).find()) {
      element.tagName("span");
    }
    boolean heading = name.matches("h[1-6]");
    if (!heading && BOLD.matcher(style).find()) {
      wrap(element, "b");
    }
    if (!heading && ITALIC.matcher(style).find()) {
      wrap(element, "i");
    }
  }

  /** Marks the number of a footnote, which LibreOffice writes without brackets. */
  private static void note(Element link) {
    Matcher kind = NOTE.matcher(link.className());
    if (kind.matches()) {
      link.text("[" + link.text() + "]" + (kind.group(1).equals("sym") ? " " : ""));
    }
  }

  /** Puts the whole content of an element into another one. */
  private static void wrap(Element element, String name) {
    Element inner = new Element(name);
    List<Node> nodes = new ArrayList<>(element.childNodes());
    element.empty();
    inner.appendChildren(nodes);
    element.appendChild(inner);
  }

  private void hide(Element element) {
    if (!hidden && element.hasText()) {
      hidden = true;
      losses.add(new Loss("hidden-text", line(element), "", null));
    }
    clear(element);
  }

  private void track(Element element) {
    if (!tracked) {
      tracked = true;
      losses.add(new Loss("tracked-changes", line(element), "", null));
    }
    if (element.normalName().equals("del")) {
      clear(element);
    } else {
      element.tagName("span");
    }
  }

  private static void clear(Element element) {
    element.empty();
    element.tagName("span");
  }

  private static int line(Element element) {
    return Math.max(1, element.sourceRange().start().lineNumber());
  }

  private static String shortened(String text) {
    return text.length() <= 200 ? text.strip() : text.substring(0, 200).strip() + "…";
  }

  /** The marker of a list item of Word, as in a plain text. */
  private static String marker(String written) {
    String marker = written.replaceAll("[\\s\\u00A0]+", "");
    if (marker.isEmpty()) {
      return "";
    }
    boolean bullet =
        marker.length() == 1 && !Character.isLetterOrDigit(marker.charAt(0))
            || marker.matches("[ØüvnluqoÞ]");
    String text = bullet ? "-" : marker;
    return Glyph.isCjk(Glyph.last(text)) ? text : text + " ";
  }
}
