package org.yujian.shared.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads {@code Accept-Language} (RFC 9110, 12.5.4). Skips malformed ranges and never fails, because
 * an error response needs a language too.
 */
public final class AcceptLanguage {
  private static final Set<String> SPOKEN = Set.of("en", "zh");
  private static final Pattern WEIGHT = Pattern.compile("0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?");

  /** The own language code of Mandarin. */
  private static final Map<String, String> ALIASES = Map.of("cmn", "zh");

  private AcceptLanguage() {}

  /**
   * The language with the highest weight; the first of equal ones. Only primary subtags count.
   *
   * @param header the header's value, several lines joined by commas; null when absent
   * @return {@code en} or {@code zh}; empty when the header names neither, or only {@code *}
   */
  public static Optional<String> preferred(String header) {
    String best = null;
    double highest = 0;
    for (String range : header == null ? new String[0] : header.split(",")) {
      String[] parts = range.split(";", -1);
      String primary = parts[0].strip().split("-", 2)[0].toLowerCase(Locale.ROOT);
      String language = ALIASES.getOrDefault(primary, primary);
      double weight = SPOKEN.contains(language) ? weight(parts) : 0;
      if (weight > highest) {
        highest = weight;
        best = language;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether texts are to be Chinese: the client prefers Chinese to English. */
  public static boolean prefersChinese(String header) {
    return preferred(header).filter("zh"::equals).isPresent();
  }

  /** 1 when absent, 0 when malformed. */
  private static double weight(String[] parts) {
    if (parts.length == 1) {
      return 1;
    }
    String[] pair = parts[1].strip().split("=", 2);
    boolean good =
        parts.length == 2
            && pair.length == 2
            && pair[0].strip().equalsIgnoreCase("q")
            && WEIGHT.matcher(pair[1].strip()).matches();
    return good ? Double.parseDouble(pair[1].strip()) : 0;
  }
}
