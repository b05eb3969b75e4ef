package org.yujian.shared.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.shared.text.AcceptLanguage;

/** Texts of problems in one language, loaded once. A test compares the keys of both files. */
public enum ProblemTexts {
  EN("en", "/problems.properties"),
  ZH("zh", "/problems_zh.properties");

  private static final Set<String> LANGUAGES = Set.of("en", "zh");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private final String language;
  private final Properties texts = new Properties();

  ProblemTexts(String language, String file) {
    this.language = language;
    try (InputStream in = ProblemTexts.class.getResourceAsStream(file)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Chinese if the client prefers it to English, otherwise English. */
  public static ProblemTexts preferredBy(String acceptLanguage) {
    return AcceptLanguage.preferred(acceptLanguage)
        .filter(ZH.language::equals)
        .map(chinese -> ZH)
        .orElse(EN);
  }

  public String language() {
    return language;
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  public String title(ProblemCode code) {
    return text(code.code() + ".title", List.of());
  }

  /** A code with optional arguments has a second text with them, {@code .detail.named}. */
  String detail(Problem problem) {
    String key = problem.code().code() + ".detail";
    String named = key + ".named";
    boolean names = !problem.arguments().isEmpty() && texts.containsKey(named);
    return text(names ? named : key, problem.arguments());
  }

  public String help(ProblemCode code) {
    return text(code.code() + ".help", List.of());
  }

  /** The text for readers of a page; falls back to the detail. */
  String page(Problem problem) {
    String key = problem.code().code() + ".page";
    return texts.containsKey(key) ? text(key, problem.arguments()) : detail(problem);
  }

  String detail(FieldError error) {
    return text("field." + error.code(), error.arguments());
  }

  /** Fills {@code {0}} literally: no grouping of digits, no quoting rules for translators. */
  private String text(String key, List<Object> arguments) {
    String pattern = texts.getProperty(key, key);
    return PLACE
        .matcher(pattern)
        .replaceAll(
            place -> {
              int index = Integer.parseInt(place.group(1));
              Object value = index < arguments.size() ? arguments.get(index) : "";
              return Matcher.quoteReplacement(String.valueOf(value));
            });
  }
}
