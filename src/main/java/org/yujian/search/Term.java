package org.yujian.search;

import org.yujian.search.text.Grams;

/**
 * One term of a question, folded.
 *
 * @param grams what every text with it has
 * @param exact whether every text with these grams has it: one or two characters of a word
 */
public record Term(String text, int[] grams, boolean exact) {

  static Term of(String folded) {
    int[] grams = Grams.ofTerm(folded);
    boolean word = folded.chars().allMatch(c -> Grams.isWord((char) c));
    return new Term(folded, grams, word && folded.length() <= 2 && grams.length == 1);
  }
}
