package org.yujian.search.question;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much of a question a hit must have, from what its words weigh. */
final class WordWeights {
  /** More of a hundred articles than one have what weighs less. */
  private static final int COMMON = 18 * UnitWeight.SCALE;

  /** One word alone answers a question of several if it has two of three parts of the weight. */
  private static final int LONE_PARTS = 3;

  /**
   * Of up to three words three of five parts: two common ones of three are not enough, two equal
   * ones are, and 图书 is not enough for 图书馆. Longer questions have words that need not be in an
   * answer.
   */
  private static final int STRICT_PARTS = 5;

  private static final int MOST_STRICT = 3;

  private final int total;
  private final int heaviest;
  private final int words;
  private final boolean single;

  /**
   * @param units those that count in the condition
   */
  WordWeights(List<Unit> units, List<UnitWeight> weights) {
    Map<Integer, Integer> known = new HashMap<>();
    Map<Integer, Integer> guessed = new HashMap<>();
    Set<Integer> all = new HashSet<>();
    int pairs = 0;
    for (int i = 0; i < units.size(); i++) {
      UnitWeight weight = weights.get(i);
      int word = units.get(i).segment();
      all.add(word);
      if (weight.full() > weight.required()) {
        known.merge(word, weight.full(), Integer::sum);
        pairs++;
      } else if (weight.full() > 0) {
        guessed.merge(word, weight.full(), Integer::sum);
      }
    }
    words = all.size();
    single = units.size() == 1;
    Map<Integer, Integer> counted = known.isEmpty() ? guessed : known;
    heaviest = counted.values().stream().mapToInt(weight -> weight).max().orElse(0);
    boolean alone = pairs == 1 && heaviest < COMMON;
    int missing = words - counted.size();
    int sum = counted.values().stream().mapToInt(weight -> weight).sum();
    total = sum + missing * (alone ? heaviest : heaviest / 2);
  }

  /**
   * The weight of the whole question. A word that no article has, or only as a homophone or with an
   * error, was asked for, too: it counts half of the heaviest of the others, and all of it where
   * one pair that many have is all that is known.
   */
  int total() {
    return total;
  }

  /** Of the words that articles have. */
  int heaviest() {
    return heaviest;
  }

  /**
   * Three fifths of a short question, half of a longer one and of a single unit, where something as
   * rare may have been meant; of several words more than one, unless that one has two thirds of the
   * weight.
   */
  int least() {
    if (words > MOST_STRICT) {
      return Math.max(total / 2 + 1, overOneWord());
    }
    if (single) {
      return (total + 1) / 2;
    }
    int strict = Math.max(1, total / STRICT_PARTS * (STRICT_PARTS / 2 + 1));
    return words == 1 ? strict : Math.max(strict, overOneWord());
  }

  private int overOneWord() {
    return Math.min(heaviest + 1, total / LONE_PARTS * (LONE_PARTS - 1));
  }
}
