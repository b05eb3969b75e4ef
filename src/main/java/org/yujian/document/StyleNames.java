package org.yujian.document;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of built-in styles mean, in the languages in which offices write them. */
final class StyleNames {

  static final Set<String> TITLES = Set.of("title", "标题", "標題", "文档标题", "文件標題");
  static final Set<String> SUBTITLES = Set.of("subtitle", "副标题", "副標題");
  static final Set<String> CAPTIONS =
      Set.of("caption", "题注", "題注", "标号", "illustration", "figure", "drawing", "插图", "图", "图片说明");
  static final Set<String> QUOTES =
      Set.of("quote", "intense quote", "quotations", "block text", "引用", "明显引用", "鮮明引文");

  private static final Pattern HEADING =
      Pattern.compile(
          "(?:heading|标题|標題|見出し|제목|überschrift|titre|título|titolo|заголовок) ?([1-9])");
  private static final Pattern CONTENTS =
      Pattern.compile("(?:toc|目录|目錄) ?\\d|(?:toc|contents) heading");
  private static final int LOWEST = 6;

  private StyleNames() {}

  /** The name in lower case, with single spaces. */
  static String normal(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
  }

  /** Heading level 1–6 of a normal name; -1 if it names no heading. */
  static int headingLevel(String name) {
    Matcher heading = HEADING.matcher(name);
    return heading.matches() ? Math.min(LOWEST, Integer.parseInt(heading.group(1))) : -1;
  }

  static boolean isContents(String name) {
    return CONTENTS.matcher(name).matches();
  }
}
