package org.yujian.search;

import java.util.StringJoiner;
import org.yujian.search.text.Folding;
import org.yujian.search.text.Grams;

/**
 * A name, folded.
 *
 * @param all the name and what else is said of the thing, {@link FoldedArticle#BETWEEN} between
 * @param grams of all
 */
record FoldedName(String name, String all, int[] grams) {

  /**
   * @param more null for nothing
   */
  static FoldedName of(String name, String... more) {
    StringJoiner all = new StringJoiner(String.valueOf(FoldedArticle.BETWEEN));
    String folded = Folding.fold(name);
    all.add(folded);
    for (String text : more) {
      if (text != null) {
        all.add(Folding.fold(text));
      }
    }
    return new FoldedName(folded, all.toString(), Grams.of(all.toString()));
  }
}
