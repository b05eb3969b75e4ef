package org.yujian.search;

import java.util.StringJoiner;
import org.yujian.feed.SearchableArticle;
import org.yujian.search.text.Folding;

/**
 * The texts of an article, folded for an index.
 *
 * @param head what a reader sees beside title and body, {@link #BETWEEN} between them
 */
record FoldedArticle(String title, String head, String body) {

  /** No word crosses it: the fold drops it from texts and from questions. */
  static final char BETWEEN = '\u0001';

  static FoldedArticle of(SearchableArticle article) {
    String body = Folding.fold(article.text());
    StringJoiner head = new StringJoiner(String.valueOf(BETWEEN));
    article
        .fields()
        .forEach(
            (field, value) -> {
              String folded = Folding.fold(value);
              // A digest is mostly the first words of the body, which are there already.
              if (!field.equals("title") && !body.contains(folded)) {
                head.add(folded);
              }
            });
    return new FoldedArticle(Folding.fold(article.title()), head.toString(), body);
  }

  /** Everything but the title. */
  String text() {
    return head + BETWEEN + body;
  }
}
