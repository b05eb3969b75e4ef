package org.yujian.testing;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a regular expression means the same in ECMA-262 (without flags) and in Java: only the
 * syntax that both have is let through. {@code .ci} compiles the patterns with a JavaScript engine
 * where there is one.
 */
final class EcmaPattern {

  /** Of {@code @NotBlank}: found anywhere, so it has no anchors. */
  private static final String NOT_BLANK = "\\S";

  /** Escapes that only Java has, or that ECMA-262 reads otherwise. */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?![dDwWsSbBtnrfv0-9/\\-.*+?^${}()|\\[\\]\\\\]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})");

  private static final Pattern POSSESSIVE = Pattern.compile("[*+?}]\\+");
  private static final Pattern GROUP = Pattern.compile("\\(\\?(?![:=!])");
  private static final Pattern CLASS_OF_CLASSES = Pattern.compile("\\[[^\\]]*(?:&&|(?<!\\\\)\\[)");

  private EcmaPattern() {}

  /** What is wrong with it; null when nothing is. */
  static String problem(String pattern) {
    if (pattern.equals(NOT_BLANK)) {
      return null;
    }
    if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
      return "no anchors: " + pattern;
    }
    for (Pattern foreign : List.of(ESCAPE, POSSESSIVE, GROUP, CLASS_OF_CLASSES)) {
      if (foreign.matcher(pattern).find()) {
        return foreign + " is found in " + pattern;
      }
    }
    Pattern.compile(pattern);
    return null;
  }
}
