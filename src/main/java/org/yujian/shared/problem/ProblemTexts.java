package org.yujian.shared.problem;

import java.util.List;
import java.util.Set;
import org.yujian.shared.text.AcceptLanguage;
import org.yujian.shared.text.Texts;

/** Texts of problems in one language, loaded once. A test compares the keys of both files. */
public enum ProblemTexts {
  EN("en", "/problems.properties"),
  ZH("zh", "/problems_zh.properties");

  private final String language;
  private final Texts texts;

  ProblemTexts(String language, String file) {
    this.language = language;
    this.texts = new Texts(file);
  }

  /** Chinese if the client prefers it to English, otherwise English. */
  public static ProblemTexts preferredBy(String acceptLanguage) {
    return AcceptLanguage.prefersChinese(acceptLanguage) ? ZH : EN;
  }

  public String language() {
    return language;
  }

  Set<String> keys() {
    return texts.keys();
  }

  public String title(ProblemCode code) {
    return texts.text(code.code() + ".title", List.of());
  }

  /** A code with optional arguments has a second text with them, {@code .detail.named}. */
  String detail(Problem problem) {
    String key = problem.code().code() + ".detail";
    String named = key + ".named";
    boolean names = !problem.arguments().isEmpty() && texts.has(named);
    return texts.text(names ? named : key, problem.arguments());
  }

  public String help(ProblemCode code) {
    return texts.text(code.code() + ".help", List.of());
  }

  /** The text for readers of a page; falls back to the detail. */
  String page(Problem problem) {
    String key = problem.code().code() + ".page";
    return texts.has(key) ? texts.text(key, problem.arguments()) : detail(problem);
  }

  String detail(FieldError error) {
    return texts.text("field." + error.code(), error.arguments());
  }
}
