package org.yujian.search;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a generation of the index.
 *
 * @param log epoch of the change log that the index follows
 * @param number counts the fillings with equal rules and log
 */
record GenerationName(IndexRules rules, long log, int number) {

  private static final Pattern NAME =
      Pattern.compile("(\\d{1,9})-(\\d{1,9})-(\\d{1,9})-([0-9a-f]{16})-(\\d{1,9})");

  private static final int FOLDING = 2;
  private static final int TOKENS = 3;
  private static final int LOG = 4;
  private static final int NUMBER = 5;

  /** Empty when the text is no such name. */
  static Optional<GenerationName> of(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches()
        ? Optional.of(
            new GenerationName(
                new IndexRules(number(parts, 1), number(parts, FOLDING), number(parts, TOKENS)),
                HexFormat.fromHexDigitsToLong(parts.group(LOG)),
                number(parts, NUMBER)))
        : Optional.empty();
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  String text() {
    return String.join(
        "-",
        Integer.toString(rules.schema()),
        Integer.toString(rules.folding()),
        Integer.toString(rules.tokens()),
        HexFormat.of().toHexDigits(log),
        Integer.toString(number));
  }

  boolean follows(IndexRules some, long epoch) {
    return rules.equals(some) && log == epoch;
  }

  /** Whether it may be searched until there is another one. */
  boolean searchable(IndexRules some, long epoch) {
    return rules.schema() == some.schema() && log == epoch;
  }
}
