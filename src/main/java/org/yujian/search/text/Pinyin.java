package org.yujian.search.text;

import com.ibm.icu.text.Transliterator;
import java.util.List;

/** Pinyin for suggestions: what a keyboard without Chinese can type. */
public final class Pinyin {
  private static final Transliterator TO_LATIN = Transliterator.getInstance("Han-Latin; Lower");

  private Pinyin() {}

  /** {@code full} is xingzhang, {@code initials} xz. */
  public record Reading(String full, String initials) {}

  public static List<Reading> readings(String text, int max) {
    StringBuilder full = new StringBuilder();
    StringBuilder initials = new StringBuilder();
    Folding.fold(text)
        .codePoints()
        .forEach(
            c -> {
              String latin =
                  TO_LATIN.transliterate(Character.toString(c)).replaceAll("[^a-z0-9]", "");
              full.append(latin);
              initials.append(latin, 0, Math.min(1, latin.length()));
            });
    return List.of(new Reading(full.toString(), initials.toString()));
  }

  public static boolean isLatinQuery(String folded) {
    return folded.chars().anyMatch(c -> c >= 'a' && c <= 'z')
        && folded.chars().allMatch(c -> c < 128);
  }
}
