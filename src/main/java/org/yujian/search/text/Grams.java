package org.yujian.search.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;

/**
 * What the index holds of a folded text: each word character {@code c} and each two neighbours
 * {@code (c1 << 16) | c2}, as UTF-16 units, exact. Word characters are letters, digits, letter
 * numbers (〇 is one), symbols and signs of currency (★ and €; those of ASCII are none), and halves
 * of pairs. No gram crosses anything else.
 */
public final class Grams {
  private static final int ASCII = 0x7F;

  private static final Set<Integer> MORE =
      Set.of(
          (int) UCharacterCategory.LETTER_NUMBER,
          (int) UCharacterCategory.OTHER_SYMBOL,
          (int) UCharacterCategory.CURRENCY_SYMBOL,
          (int) UCharacterCategory.SURROGATE);

  private static final BitSet WORD = wordCharacters();

  private Grams() {}

  /** All grams of a text, distinct and ascending. */
  public static int[] of(String folded) {
    int[] grams = new int[2 * folded.length()];
    int count = 0;
    boolean inWord = false;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      boolean word = WORD.get(c);
      if (word) {
        grams[count++] = c;
        if (inWord) {
          grams[count++] = pair(folded.charAt(i - 1), c);
        }
      }
      inWord = word;
    }
    return distinct(grams, count);
  }

  /**
   * What a text that holds the term must have: the term's pairs, and single characters that stand
   * in none of them. Distinct and ascending; empty for a term of punctuation alone.
   */
  public static int[] ofTerm(String foldedTerm) {
    int[] grams = new int[2 * foldedTerm.length()];
    int count = 0;
    BitSet covered = new BitSet();
    for (int i = 1; i < foldedTerm.length(); i++) {
      char before = foldedTerm.charAt(i - 1);
      char c = foldedTerm.charAt(i);
      if (WORD.get(before) && WORD.get(c)) {
        grams[count++] = pair(before, c);
        covered.set(before);
        covered.set(c);
      }
    }
    for (int i = 0; i < foldedTerm.length(); i++) {
      char c = foldedTerm.charAt(i);
      if (WORD.get(c) && !covered.get(c)) {
        grams[count++] = c;
      }
    }
    return distinct(grams, count);
  }

  /** Whether a UTF-16 unit is of a word: all others part words. */
  public static boolean isWord(char c) {
    return WORD.get(c);
  }

  /** Two characters as one number. */
  public static int pair(char first, char second) {
    return (first << 16) | second;
  }

  private static int[] distinct(int[] grams, int count) {
    Arrays.sort(grams, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (kept == 0 || grams[i] != grams[kept - 1]) {
        grams[kept++] = grams[i];
      }
    }
    return Arrays.copyOf(grams, kept);
  }

  private static BitSet wordCharacters() {
    BitSet word = new BitSet(0x10000);
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      int type = UCharacter.getType(c);
      word.set(c, UCharacter.isLetterOrDigit(c) || c > ASCII && MORE.contains(type));
    }
    return word;
  }
}
