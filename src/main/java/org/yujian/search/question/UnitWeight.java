package org.yujian.search.question;

/**
 * What a unit counts, in parts of {@value #SCALE} of an inverse document frequency.
 *
 * @param full where it holds exactly, or, when no article has it exactly, where something similar
 *     does
 * @param similar the rank of something similar
 * @param required what something similar adds to the condition on hits
 */
record UnitWeight(int full, int similar, int required) {
  /** Whole for words of up to five characters, and divisible by three. */
  static final int SCALE = 36;

  /** Homophones and errors count two thirds: below every exact unit, above half for must. */
  private static final int SIMILAR_OF = 3;

  static UnitWeight of(Unit unit, int exact, int similar) {
    int scale = SCALE * unit.share().of() / unit.share().parts();
    int lower = scale - scale / SIMILAR_OF;
    if (exact == 0) {
      return new UnitWeight(similar * scale, similar * lower, similar * scale);
    }
    boolean counts = similar > 0 && !unit.similarOnlyIfNone();
    int below = counts ? Math.min(exact, similar) * lower : 0;
    return new UnitWeight(exact * scale, below, below);
  }
}
