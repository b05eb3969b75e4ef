package org.yujian.search;

import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.yujian.feed.SearchableArticle;
import org.yujian.search.text.Folding;
import org.yujian.search.text.Grams;

/**
 * One text as the index keeps it.
 *
 * @param title folded
 * @param head folded: what stands above the body
 * @param all folded: title, head and body, {@link #BETWEEN} between them
 * @param titleGrams of the title, and where it stands in the feed ({@link Bands})
 * @param grams of all, and where it stands in the feed
 */
record IndexedText(String title, String head, String all, int[] titleGrams, int[] grams) {

  /** No word crosses it: the fold drops it from texts and from questions. */
  static final char BETWEEN = '\u0001';

  static IndexedText of(SearchableArticle article) {
    FoldedArticle folded = FoldedArticle.of(article);
    String all = folded.title() + BETWEEN + folded.text();
    int[] marks = article.feedOrder() == null ? new int[0] : Bands.marks(article.feedOrder());
    return new IndexedText(
        folded.title(),
        folded.head(),
        all,
        both(Grams.of(folded.title()), marks),
        both(Grams.of(all), marks));
  }

  private static int[] both(int[] some, int[] others) {
    return IntStream.concat(IntStream.of(some), IntStream.of(others)).toArray();
  }

  /** A name, and what else is said of the thing; null for nothing. */
  static IndexedText of(String name, String... more) {
    StringJoiner all = new StringJoiner(String.valueOf(BETWEEN));
    String folded = Folding.fold(name);
    all.add(folded);
    for (String text : more) {
      if (text != null) {
        all.add(Folding.fold(text));
      }
    }
    return new IndexedText(folded, "", all.toString(), Grams.of(folded), Grams.of(all.toString()));
  }
}
