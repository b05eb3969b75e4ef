package org.yujian.search.index;

import java.util.List;

/**
 * One text as an index gets it.
 *
 * @param folded text folded by {@code Folding.fold}; control characters part what no term crosses
 * @param words words of Latin letters or digits, in the form in which {@link Clause.Word} asks;
 *     those longer than {@value #LONGEST} characters are left out, because engines refuse long ones
 * @param sounds pronunciations, in the form in which {@link Clause.Sound} asks; long ones are left
 *     out, too
 */
public record FieldText(String folded, List<String> words, List<String> sounds) {
  private static final int LONGEST = 255;

  public FieldText {
    words = withoutLong(words);
    sounds = withoutLong(sounds);
  }

  private static List<String> withoutLong(List<String> terms) {
    return terms.stream().filter(term -> term.length() <= LONGEST).toList();
  }
}
