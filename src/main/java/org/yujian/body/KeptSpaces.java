package org.yujian.body;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Several spaces in a row, as between the columns of a plain text. HTML shows them as one, so a
 * file that is to be imported again marks them.
 */
public final class KeptSpaces {

  private static final String OPENING = "<span class=\"spaces\" style=\"white-space:pre-wrap\">";
  private static final String CLOSING = "</span>";
  private static final Pattern SEVERAL = Pattern.compile("(?<=\\S) {2,}(?=\\S)");

  private KeptSpaces() {}

  /** Marks the spaces in a text of Markdown, which has HTML inside. */
  public static String inMarkdown(String text) {
    return SEVERAL.matcher(text).replaceAll(spaces -> OPENING + spaces.group() + CLOSING);
  }

  /** Marks the spaces between the tags of well-formed HTML. */
  public static String inHtml(String html) {
    StringBuilder marked = new StringBuilder(html.length());
    int from = 0;
    for (int tag = html.indexOf('<'); tag >= 0; tag = html.indexOf('<', from)) {
      marked.append(inMarkdown(html.substring(from, tag)));
      from = html.indexOf('>', tag) + 1;
      marked.append(html, tag, from);
    }
    return marked.append(inMarkdown(html.substring(from))).toString();
  }

  static boolean isIn(TextNode text) {
    Element parent = text.parent();
    return parent != null
        && parent.normalName().equals("span")
        && parent.hasClass("spaces")
        && text.getWholeText().chars().allMatch(c -> c == ' ');
  }
}
