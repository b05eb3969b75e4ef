package org.yujian.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yujian.body.Block;
import org.yujian.feed.SearchableArticle;
import org.yujian.search.text.FoldedText;
import org.yujian.search.text.Folding;
import org.yujian.search.text.Span;

/**
 * Where terms stand in what a reader sees, in the order of reading: the first places, and of each
 * term one at least.
 */
public final class Highlights {

  /** Of one thing. */
  static final int MOST = 50;

  private static final Comparator<Span> IN_ORDER =
      Comparator.comparingInt(Span::start).thenComparingInt(Span::end);

  private final List<Term> terms;
  private final List<Highlight> found = new ArrayList<>();

  /** Those without a place so far: there has to be room for theirs. */
  private final Set<Term> unseen;

  Highlights(List<Term> terms) {
    this.terms = terms;
    unseen = new HashSet<>(terms);
  }

  /**
   * @param account the name of the article's account where it may have a term; else null
   */
  public static List<Highlight> of(SearchableArticle article, String account, List<Term> terms) {
    Highlights highlights = new Highlights(terms).in("account", null, account);
    article.fields().forEach((field, text) -> highlights.in(field, null, text));
    for (Block block : article.body().blocks()) {
      highlights.in("body", block.id(), text(block));
    }
    return highlights.found;
  }

  /** The text in which places of a block are counted. */
  static String text(Block block) {
    return String.join("\n", block.lines());
  }

  /** Looks through one more text; null is none. */
  Highlights in(String field, String blockId, String text) {
    if (text == null || found.size() >= MOST) {
      return this;
    }
    FoldedText folded = Folding.map(text);
    Map<Span, Set<Term>> places = new TreeMap<>(IN_ORDER);
    for (Term term : terms) {
      for (Span span : folded.find(term.text(), MOST)) {
        places.computeIfAbsent(span, place -> new HashSet<>()).add(term);
      }
    }
    places.forEach(
        (span, there) -> {
          if (unseen.removeAll(there) || found.size() + unseen.size() < MOST) {
            found.add(new Highlight(field, blockId, span.start(), span.end()));
          }
        });
    return this;
  }

  /** Places of one text that overlap or touch, as one place. */
  static List<Highlight> joined(List<Highlight> places) {
    List<Highlight> joined = new ArrayList<>();
    for (Highlight place : places) {
      Highlight last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && last.isFollowedBy(place)) {
        joined.set(joined.size() - 1, last.upTo(place));
      } else {
        joined.add(place);
      }
    }
    return joined;
  }

  List<Highlight> list() {
    return List.copyOf(found);
  }
}
