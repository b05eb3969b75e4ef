package org.yujian.ingest;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Documents for tests, written as users write them. */
public final class ImportFixtures {
  /** Whose follow line stands at the top of {@link #document}. */
  static final String ACCOUNT = "豫园社区";

  private ImportFixtures() {}

  static String followLine(String name) {
    return "扫描二维码关注“" + name + "”\n\n";
  }

  /** A document of {@link #ACCOUNT} with these articles. */
  static String document(String... articles) {
    return followLine(ACCOUNT) + String.join("", articles);
  }

  public static String article(String title, String... paragraphs) {
    return "# "
        + title
        + "\n\n"
        + Stream.of(paragraphs).map(text -> text + "\n\n").collect(Collectors.joining());
  }

  /** An article of one paragraph that holds its title. */
  static String simple(String title) {
    return article(title, title + "的正文在这里。");
  }

  /** A text of so many code points, in sentences. */
  static String longText(int length) {
    String sentence = "街道和居民一起商量小区里的事情。";
    return sentence.repeat(length / sentence.length() + 1).substring(0, length - 1) + "。";
  }

  /** A join that rule 8 calls uncertain: 100 characters, a sentence end, a new subject. */
  static String uncertain(String title) {
    String left = title + "开了推进会。" + "会议总结了各项重点工作的进展情况".repeat(7);
    return article(title, left, "会议强调，要抓好落实。");
  }
}
