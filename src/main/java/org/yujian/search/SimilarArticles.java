package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yujian.cache.Dependencies;
import org.yujian.change.ChangedThing;
import org.yujian.change.Scope;
import org.yujian.feed.ArticleService;
import org.yujian.feed.ArticleSummary;
import org.yujian.feed.BodyForm;
import org.yujian.search.text.Grams;

/**
 * More like this: articles that share the pairs of characters that are frequent in one article and
 * rare in all others (tf–idf). A full answer holds until this article or one of those shown
 * changes: a later article comes in when it is made anew. One with room for more holds until any
 * article changes.
 */
@ApplicationScoped
class SimilarArticles {

  private static final int TELLING = 16;

  /** A pair in more articles than this part tells nothing. */
  private static final double COMMON = 0.02;

  /** One word makes two or three pairs: fewer are one word in common. */
  private static final int LEAST_SHARED = 3;

  private static final int LOOK = 300;

  /** A title says more than a text. */
  private static final int IN_TITLE = 3;

  private static final double RAREST = 1e-4;

  @Inject SimilarRepository repository;
  @Inject GramShares shares;
  @Inject ArticleService articles;
  @Inject Dependencies dependencies;
  @Inject IndexSnapshot snapshot;

  /**
   * At most so many, those that share most first; often fewer, when nothing is alike.
   *
   * @param sameAccount only of the account of the article
   */
  @Transactional
  public SimilarPage like(UUID id, boolean sameAccount, int most) {
    snapshot.begin();
    // 404 or 410, as for the article itself.
    articles.read(id, BodyForm.NONE);
    List<ArticleSummary> found =
        repository
            .text(id)
            .map(
                text ->
                    repository.sharing(
                        id,
                        sameAccount ? text.account() : null,
                        telling(text),
                        LOOK,
                        LEAST_SHARED,
                        most))
            .map(articles::inOrder)
            .orElse(List.of());
    dependencies.on(found.stream().map(article -> Scope.thing(article.id())).toList());
    if (found.size() < most) {
      dependencies.on(Scope.all(ChangedThing.ARTICLE));
    }
    return new SimilarPage(found, articles.included(found));
  }

  private List<TellingGram> telling(SimilarRepository.Text text) {
    Map<Integer, Integer> times = new HashMap<>();
    count(text.all(), 1, times);
    count(text.title(), IN_TITLE, times);
    return times.entrySet().stream()
        .map(entry -> telling(entry.getKey(), entry.getValue()))
        .filter(gram -> gram.weight() > 0)
        .sorted(
            Comparator.comparingDouble(TellingGram::weight)
                .reversed()
                .thenComparing(TellingGram::gram))
        .limit(TELLING)
        .toList();
  }

  private TellingGram telling(int gram, int times) {
    double share = shares.inAll(new int[] {gram});
    double weight = share > COMMON ? 0 : Math.log(1 / Math.max(RAREST, share)) * times;
    return new TellingGram(gram, weight);
  }

  private static void count(String folded, int weight, Map<Integer, Integer> times) {
    for (int i = 1; i < folded.length(); i++) {
      char before = folded.charAt(i - 1);
      char c = folded.charAt(i);
      if (Grams.isWord(before) && Grams.isWord(c)) {
        times.merge(Grams.pair(before, c), weight, Integer::sum);
      }
    }
  }
}
