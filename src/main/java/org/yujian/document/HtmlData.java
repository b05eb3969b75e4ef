package org.yujian.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pictures that an HTML text contains in {@code data:} addresses. They are taken out of the text
 * before it is parsed, because a tree with them takes many times as much memory.
 */
final class HtmlData {

  private static final String SCHEME = "data:";
  private static final Pattern DATA =
      Pattern.compile(
          "data:(?:image/[\\w.+-]{1,20};base64,[\\w+/=%\\s-]{20,}+|[\\w.+/;=,%-]{40,}+)");
  private static final Pattern NUMBER = Pattern.compile("data:(\\d{1,6})\\s*");

  private final List<byte[]> found = new ArrayList<>();

  /** The text with numbers in place of the data; the numbers of lines stay. */
  String without(String html) {
    return DATA.matcher(html).replaceAll(this::numbered);
  }

  private String numbered(MatchResult match) {
    String address = match.group();
    found.add(decoded(address));
    String ends = "\n".repeat((int) address.chars().filter(c -> c == '\n').count());
    return SCHEME + found.size() + ends;
  }

  private static byte[] decoded(String address) {
    int comma = address.indexOf(',');
    if (comma < 0 || !address.substring(0, comma).endsWith(";base64")) {
      return new byte[0];
    }
    String written = address.substring(comma + 1);
    try {
      return Base64.getMimeDecoder()
          .decode(
              written.indexOf('%') < 0
                  ? written
                  : URLDecoder.decode(written.replace("+", "%2B"), UTF_8));
    } catch (IllegalArgumentException broken) {
      return new byte[0];
    }
  }

  /** Removes comments, also conditional ones, but keeps the numbers of lines. */
  static String withoutComments(String html) {
    StringBuilder kept = new StringBuilder(html.length());
    int from = 0;
    for (int at = html.indexOf("<!"); at >= 0; at = html.indexOf("<!", from)) {
      boolean comment = html.startsWith("<!--", at);
      String close = comment ? "-->" : html.startsWith("<![", at) ? "]>" : ">";
      int end = html.indexOf(close, at + 2);
      if (end < 0) {
        break;
      }
      kept.append(html, from, at);
      from = end + close.length();
      html.substring(at, from).chars().filter(c -> c == '\n').forEach(c -> kept.append('\n'));
    }
    return kept.append(html, from, html.length()).toString();
  }

  static boolean isData(String address) {
    return address.startsWith(SCHEME);
  }

  /** The data in whose place this address stands; empty if there are none. */
  byte[] of(String address) {
    Matcher number = NUMBER.matcher(address);
    int at = number.matches() ? Integer.parseInt(number.group(1)) : 0;
    return at < 1 || at > found.size() ? new byte[0] : found.get(at - 1);
  }
}
