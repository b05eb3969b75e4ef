package org.yujian.search.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.yujian.search.index.IndexHits.Hit;
import org.yujian.search.index.IndexQuery.Place;

/** What an index must answer: looks at every article and every text. */
public final class IndexModel {
  /** A search that finds every article of the generator. */
  public static final IndexQuery ALL =
      new IndexQuery(
          ArticleScope.ALL, new Clause.AllOf(List.of()), List.of(), Set.of(), null, 1000, 1000);

  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingInt(Hit::score).thenComparingLong(Hit::feedOrder).reversed();

  private final Map<UUID, IndexedArticle> articles = new HashMap<>();

  public void write(IndexBatch batch) {
    batch.articles().forEach(article -> articles.put(article.id(), article));
    articles.keySet().removeAll(batch.removed().keySet());
  }

  public List<IndexedArticle> articles() {
    return articles.values().stream()
        .sorted(Comparator.comparingLong(IndexedArticle::feedOrder))
        .toList();
  }

  public IndexHits search(IndexQuery query) {
    List<Hit> all = all(query);
    List<Hit> page =
        all.stream()
            .filter(hit -> query.after() == null || isAfter(hit, query.after()))
            .limit(query.size())
            .toList();
    return new IndexHits(page, Math.min(all.size(), query.countTo()));
  }

  List<Hit> oldest(ArticleScope scope, Clause must, int size) {
    List<Hit> all =
        new ArrayList<>(all(new IndexQuery(scope, must, List.of(), Set.of(), null, size, 0)));
    Collections.reverse(all);
    return all.subList(0, Math.min(size, all.size()));
  }

  long count(Clause clause) {
    return articles.values().stream().filter(article -> holds(clause, article)).count();
  }

  private List<Hit> all(IndexQuery query) {
    return articles.values().stream()
        .filter(article -> in(query.scope(), article))
        .filter(article -> !query.without().contains(article.id()))
        .filter(article -> holds(query.must(), article))
        .map(article -> new Hit(article.id(), article.feedOrder(), score(query.ranking(), article)))
        .sorted(BEST_FIRST)
        .toList();
  }

  private static boolean isAfter(Hit hit, Place place) {
    return hit.score() < place.score()
        || hit.score() == place.score() && hit.feedOrder() < place.feedOrder();
  }

  private static boolean in(ArticleScope scope, IndexedArticle article) {
    return (scope.account() == null || scope.account().equals(article.account()))
        && (scope.tag() == null || article.tags().contains(scope.tag()))
        && article.feedOrder() >= scope.from()
        && article.feedOrder() < scope.below();
  }

  private static int score(List<Weighted> weighted, IndexedArticle article) {
    return weighted.stream()
        .filter(part -> holds(part.clause(), article))
        .mapToInt(Weighted::weight)
        .sum();
  }

  private static boolean holds(Clause clause, IndexedArticle article) {
    if (clause instanceof Clause.Contains contains) {
      return text(article, contains.field()).folded().contains(contains.text());
    } else if (clause instanceof Clause.Repeated repeated) {
      String folded = text(article, repeated.field()).folded();
      return times(folded, repeated.text()) >= repeated.least();
    } else if (clause instanceof Clause.OfAccount of) {
      return of.accounts().contains(article.account());
    } else if (clause instanceof Clause.Tagged tagged) {
      return article.tags().contains(tagged.tag());
    } else if (clause instanceof Clause.Word word) {
      return text(article, word.field()).words().contains(word.word());
    } else if (clause instanceof Clause.NearWord near) {
      return text(article, near.field()).words().stream()
          .anyMatch(
              word -> isNear(word.codePoints().toArray(), near.word().codePoints().toArray()));
    } else if (clause instanceof Clause.Sound sound) {
      return text(article, sound.field()).sounds().contains(sound.sound());
    } else if (clause instanceof Clause.AnyOf any) {
      return any.of().stream().anyMatch(part -> holds(part, article));
    } else if (clause instanceof Clause.AllOf all) {
      return all.of().stream().allMatch(part -> holds(part, article));
    } else if (clause instanceof Clause.AtLeast some) {
      return score(some.of(), article) >= some.least();
    }
    throw new IllegalArgumentException(clause.toString());
  }

  private static long times(String text, String part) {
    return IntStream.range(0, text.length()).filter(at -> text.startsWith(part, at)).count();
  }

  private static FieldText text(IndexedArticle article, IndexField field) {
    return article.texts().getOrDefault(field, new FieldText("", List.of(), List.of()));
  }

  /** Whether the first letters are equal, and the rest is after at most one change. */
  private static boolean isNear(int[] one, int[] other) {
    if (one[0] != other[0]) {
      return false;
    }
    int start = 0;
    int shorter = Math.min(one.length, other.length);
    while (start < shorter && one[start] == other[start]) {
      start++;
    }
    int end = 0;
    while (end < shorter - start && one[one.length - 1 - end] == other[other.length - 1 - end]) {
      end++;
    }
    int left = one.length - start - end;
    int right = other.length - start - end;
    boolean swapped =
        left == 2 && right == 2 && one[start] == other[start + 1] && one[start + 1] == other[start];
    return left <= 1 && right <= 1 || swapped;
  }
}
