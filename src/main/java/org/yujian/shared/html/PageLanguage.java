package org.yujian.shared.html;

import org.yujian.shared.text.AcceptLanguage;

/** The language of a page's own texts: Chinese, or English for readers who prefer it. */
public enum PageLanguage {
  ZH("zh", "zh-CN"),
  EN("en", "en");

  private final String locale;
  private final String tag;

  PageLanguage(String locale, String tag) {
    this.locale = locale;
    this.tag = tag;
  }

  public static PageLanguage of(String acceptLanguage) {
    return AcceptLanguage.preferred(acceptLanguage)
        .filter(EN.locale::equals)
        .map(english -> EN)
        .orElse(ZH);
  }

  public String locale() {
    return locale;
  }

  /** Language tag for {@code lang} attributes and {@code Content-Language}. */
  public String tag() {
    return tag;
  }

  /** The language tag of a text: Chinese when it has a Han character, otherwise empty. */
  public static String ofText(String text) {
    boolean han =
        text != null
            && text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    return han ? ZH.tag : "";
  }
}
