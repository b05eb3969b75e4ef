package org.yujian.ingest.healing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yujian.shared.text.AcceptLanguage;
import org.yujian.shared.text.Texts;

/** Texts of findings in one language, loaded once. A test compares the keys of both files. */
public enum FindingTexts {
  EN("/findings.properties"),
  ZH("/findings_zh.properties");

  private final Texts texts;

  FindingTexts(String file) {
    this.texts = new Texts(file);
  }

  /** Chinese if the client prefers it to English, otherwise English, as in problem documents. */
  public static FindingTexts preferredBy(String acceptLanguage) {
    return AcceptLanguage.prefersChinese(acceptLanguage) ? ZH : EN;
  }

  public String language() {
    return name().toLowerCase(Locale.ROOT);
  }

  Set<String> keys() {
    return texts.keys();
  }

  String text(String key, List<String> arguments) {
    return texts.text(key, arguments);
  }

  /**
   * The text of a stored finding in this language. Reports store English texts without arguments
   * (the previous release fails on unknown fields and could not purge them), so the arguments are
   * read from the English text.
   *
   * @param message the English text; returned if it has another wording than today's texts
   */
  public String translated(String code, String message) {
    if (this == EN) {
      return message;
    }
    return EN.keys().stream()
        .filter(key -> key.equals(code) || key.startsWith(code + "."))
        .sorted()
        .map(key -> EN.texts.arguments(key, message).map(arguments -> text(key, arguments)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(message);
  }
}
