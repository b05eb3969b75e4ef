package org.yujian.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yujian.edition.SearchableArticle;
import org.yujian.edition.body.Block;
import org.yujian.search.text.FoldedText;
import org.yujian.search.text.Folding;
import org.yujian.search.text.Span;

/** Where terms stand in what a reader sees, in the order of reading. */
final class Highlights {

  /** Of one thing; the first ones. */
  static final int MOST = 50;

  private final List<Term> terms;
  private final List<Highlight> found = new ArrayList<>();

  Highlights(List<Term> terms) {
    this.terms = terms;
  }

  static List<Highlight> of(SearchableArticle article, List<Term> terms) {
    Highlights highlights = new Highlights(terms);
    article.fields().forEach((field, text) -> highlights.in(field, null, text));
    for (Block block : article.body().blocks()) {
      highlights.in("body", block.id(), String.join("\n", block.lines()));
    }
    return highlights.found;
  }

  /** Looks through one more text; null is none. */
  Highlights in(String field, String blockId, String text) {
    int room = MOST - found.size();
    if (text == null || room <= 0) {
      return this;
    }
    FoldedText folded = Folding.map(text);
    terms.stream()
        .flatMap(term -> folded.find(term.text(), room).stream())
        .distinct()
        .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
        .limit(room)
        .map(span -> new Highlight(field, blockId, span.start(), span.end()))
        .forEach(found::add);
    return this;
  }

  List<Highlight> list() {
    return List.copyOf(found);
  }
}
