package org.yujian.shared.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSetSpanner;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Makes keys from names, the same on every server: for uniqueness ({@link #unique}), for sorting
 * ({@link #sort}) and for URLs ({@link #slug}).
 */
public final class NameKeys {

  private static final int MAX_SLUG = 63;
  private static final Collator PINYIN =
      Collator.getInstance(ULocale.forLanguageTag("zh-u-co-pinyin")).freeze();
  private static final Transliterator TO_LATIN =
      Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower");

  /**
   * Invisible code points (UAX #44, Default_Ignorable_Code_Point): zero-width spaces and joiners,
   * soft hyphens, variation selectors, tags, Hangul fillers.
   */
  private static final UnicodeSet IGNORABLE =
      new UnicodeSet("[:Default_Ignorable_Code_Point:]").freeze();

  private static final UnicodeSetSpanner IGNORABLE_PARTS = new UnicodeSetSpanner(IGNORABLE);

  private NameKeys() {}

  /**
   * Equal for names that look the same: NFKC (UAX #15) without invisible code points, trimmed.
   * Emoji that differ only by joiners, and Persian words that differ only by a zero-width
   * non-joiner, are equal too. Idempotent.
   */
  public static String unique(String name) {
    String normal = Normalizer.normalize(name, Normalizer.Form.NFKC);
    if (IGNORABLE.containsSome(normal)) {
      // Normalize again: code points that an ignorable one separated may now compose.
      String seen = IGNORABLE_PARTS.deleteFrom(normal);
      return clean(Normalizer.normalize(seen, Normalizer.Form.NFKC));
    }
    return clean(normal);
  }

  /**
   * A regular expression for PostgreSQL and Java that finds invisible code points. Only for texts
   * with one do keys of releases before 0.6 differ from {@link #unique}.
   */
  public static String ignorablePattern() {
    StringBuilder pattern = new StringBuilder("[");
    for (UnicodeSet.EntryRange range : IGNORABLE.ranges()) {
      pattern.appendCodePoint(range.codepoint).append('-').appendCodePoint(range.codepointEnd);
    }
    return pattern.append(']').toString();
  }

  /** The name with its default-ignorable code points written as {@code <U+200B>}. */
  public static String revealed(String name) {
    StringBuilder text = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              if (IGNORABLE.contains(c)) {
                text.append(String.format(Locale.ROOT, "<U+%04X>", c));
              } else {
                text.appendCodePoint(c);
              }
            });
    return text.toString();
  }

  /** The name without invisible characters at its ends; empty when nothing visible is left. */
  public static String clean(String name) {
    int from = 0;
    int to = name.length();
    while (from < to && unseen(name.charAt(from))) {
      from++;
    }
    while (from < to && unseen(name.charAt(to - 1))) {
      to--;
    }
    String trimmed = name.substring(from, to);
    return trimmed.codePoints().allMatch(NameKeys::invisible) ? "" : trimmed;
  }

  private static boolean invisible(int c) {
    return IGNORABLE.contains(c)
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c);
  }

  /**
   * Controls, line ends, and characters that change the direction of text (UAX #9: embeddings,
   * overrides, isolates). No name may contain one.
   */
  public static boolean isControl(int c) {
    return Character.isISOControl(c)
        || c == 0x2028
        || c == 0x2029
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static boolean unseen(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT;
  }

  /** Sort key in pinyin order (CLDR's zh collation), for comparison by bytes. */
  public static String sort(String name) {
    return HexFormat.of().formatHex(PINYIN.getCollationKey(unique(name)).toByteArray());
  }

  /**
   * Lower-case ASCII words joined by hyphens, Han as pinyin: 善治豫园 becomes {@code shan-zhi-yu-yuan}.
   * At most 63 characters; empty when nothing of the name can be written in ASCII.
   */
  public static String slug(String name) {
    String latin = TO_LATIN.transliterate(unique(name)).toLowerCase(Locale.ROOT);
    String words = latin.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    if (words.length() <= MAX_SLUG) {
      return words;
    }
    return words.substring(0, MAX_SLUG).replaceAll("-$", "");
  }

  /** The slug itself or, when taken, the slug with the first free number appended. */
  public static String firstFree(String slug, Predicate<String> taken) {
    if (!taken.test(slug)) {
      return slug;
    }
    String head = slug.substring(0, Math.min(slug.length(), MAX_SLUG - 4));
    return IntStream.iterate(2, number -> number + 1)
        .mapToObj(number -> head + "-" + number)
        .filter(taken.negate())
        .findFirst()
        .orElseThrow();
  }
}
