package org.yujian.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Entities;
import org.yujian.body.Block;
import org.yujian.body.Body;
import org.yujian.body.KeptSpaces;
import org.yujian.body.Span;

/** Writes an article as an HTML document in the subset that bodies have. */
public final class HtmlFile {
  private HtmlFile() {}

  public static byte[] write(ExportedArticle article) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n");
    html.append("<meta charset=\"utf-8\">\n");
    html.append(element("title", "", article.title() == null ? "" : article.title()));
    if (article.author() != null) {
      String author = Entities.escape(article.author());
      html.append("<meta name=\"author\" content=\"").append(author).append("\">\n");
    }
    html.append("</head>\n<body>\n");
    if (article.title() != null) {
      html.append(element("h1", "", article.title()));
    }
    if (article.subtitle() != null || article.isHeadedAtOnce()) {
      // An empty one says that the heading which follows is none.
      String subtitle = article.subtitle() == null ? "" : article.subtitle();
      html.append(element("h2", " class=\"subtitle\"", subtitle));
    }
    article.blocks().forEach(block -> html.append(html(block)).append('\n'));
    if (article.byline() != null) {
      html.append(element("p", " class=\"byline\"", article.byline()));
    }
    return html.append("</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String element(String name, String attributes, String text) {
    return "<" + name + attributes + ">" + Entities.escape(text) + "</" + name + ">\n";
  }

  private static String html(Block block) {
    ListMarkers markers = block.kind() == Block.Kind.LIST ? ListMarkers.of(block) : null;
    if (markers != null && markers.areCounted() && !markers.isHtmlList()) {
      return list(block, markers.markers());
    }
    boolean asWritten =
        switch (block.kind()) {
          case LIST -> !markers.areCounted();
          case TABLE -> block.text() != null;
          case PARAGRAPH, HEADING, QUOTE, FIGURE, UNKNOWN -> false;
        };
    Body one = new Body(List.of(asWritten ? ExportedArticle.asWritten(block) : block));
    return KeptSpaces.inHtml(one.html());
  }

  /** A list with several kinds of markers, each of which is written at its item. */
  private static String list(Block list, List<ListMarkers.Marker> markers) {
    StringBuilder html = new StringBuilder("<ul>");
    int from = 0;
    for (int i = 0; i < markers.size(); i++) {
      String item = list.items().get(i);
      int length = markers.get(i).length();
      int to = from + item.codePointCount(0, item.length());
      String marker = item.substring(0, length - 1);
      html.append("<li data-marker=\"").append(marker).append("\" style=\"list-style-type:'");
      html.append(marker).append(" '\">");
      Block words =
          Block.paragraph(item.substring(length), Span.within(list.spans(), from + length, to));
      String paragraph = new Body(List.of(words)).html();
      html.append(paragraph, "<p>".length(), paragraph.length() - "</p>".length());
      html.append("</li>");
      from = to + 1;
    }
    return KeptSpaces.inHtml(html.append("</ul>").toString());
  }
}
