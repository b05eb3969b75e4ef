package org.yujian.body;

/** Finds an unterminated tag in HTML; a parser would drop it with everything after it. */
final class OpenTag {

  private OpenTag() {}

  /** The HTML with the {@code <} of an unterminated tag escaped. */
  static String escaped(String html) {
    int from = html.indexOf('<');
    while (from >= 0) {
      int end = from + 1;
      if (html.startsWith("<!--", from)) {
        int close = html.indexOf("-->", from);
        end = close < 0 ? html.length() : close;
      } else if (isTag(html, from)) {
        end = tagEnd(html, from);
        if (end < 0) {
          return html.substring(0, from) + "&lt;" + html.substring(from + 1);
        }
      }
      from = html.indexOf('<', end);
    }
    return html;
  }

  private static boolean isTag(String html, int from) {
    int name = from + (html.startsWith("</", from) ? 2 : 1);
    return name < html.length()
        && Character.toLowerCase(html.charAt(name)) >= 'a'
        && Character.toLowerCase(html.charAt(name)) <= 'z';
  }

  /** Index after the tag, or -1; quoted values may contain anything except their quote. */
  private static int tagEnd(String html, int from) {
    char quote = 0;
    boolean value = false;
    for (int i = from; i < html.length(); i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return i + 1;
      } else if (value && (c == '"' || c == '\'')) {
        quote = c;
      }
      value = c == '=' || value && Character.isWhitespace(c);
    }
    return -1;
  }
}
