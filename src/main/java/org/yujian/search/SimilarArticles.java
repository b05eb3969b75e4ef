package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.yujian.cache.Dependencies;
import org.yujian.change.ChangedThing;
import org.yujian.change.Scope;
import org.yujian.feed.ArticleService;
import org.yujian.feed.ArticleSummary;
import org.yujian.feed.BodyForm;
import org.yujian.feed.SearchableArticle;
import org.yujian.feed.SearchableArticles;
import org.yujian.search.index.ArticleScope;
import org.yujian.search.index.Clause;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexHits.Hit;
import org.yujian.search.index.IndexQuery;
import org.yujian.search.index.Weighted;
import org.yujian.search.text.Grams;

/**
 * More like this: articles that share the pairs of characters that are frequent in one article and
 * rare in all others (tf–idf), and its tags. A full answer holds until this article or one of those
 * shown changes: a later article comes in when it is made anew. One with room for more holds until
 * any article changes.
 */
@ApplicationScoped
class SimilarArticles {

  private static final int TELLING = 16;

  /** Pairs whose frequency in all articles is asked for; the most frequent of this article. */
  private static final int ASKED = 300;

  /** A pair in more articles than this part tells nothing, once there are many articles. */
  private static final double COMMON = 0.02;

  private static final int FEW = 50;

  /** One word makes two or three pairs: fewer are one word in common. */
  private static final int LEAST_SHARED = 3;

  /** A title says more than a text. */
  private static final int IN_TITLE = 3;

  /** An equal tag says about as much as a pair that is three times in the text. */
  private static final int TAG = 3;

  /** Steps of a weight: whole numbers, but fine enough to tell pairs apart. */
  private static final int STEPS = 10;

  private static final int MOST_WEIGHT = 100_000;

  private final CurrentIndex index;
  private final SearchableArticles texts;
  private final ArticleService articles;
  private final Dependencies dependencies;
  private final SearchSnapshot snapshot;

  SimilarArticles(
      CurrentIndex index,
      SearchableArticles texts,
      ArticleService articles,
      Dependencies dependencies,
      SearchSnapshot snapshot) {
    this.index = index;
    this.texts = texts;
    this.articles = articles;
    this.dependencies = dependencies;
    this.snapshot = snapshot;
  }

  /**
   * At most so many, those that share most first; often fewer, when nothing is alike.
   *
   * @param sameAccount only of the account of the article
   * @throws org.yujian.shared.problem.Problem {@code search-unavailable}, and as for the article
   */
  @Transactional
  public SimilarPage like(UUID id, boolean sameAccount, int most) {
    snapshot.begin();
    // 404 or 410, as for the article itself.
    articles.read(id, BodyForm.NONE);
    List<ArticleSummary> found =
        texts.live(List.of(id)).stream()
            .findFirst()
            .map(article -> articles.inOrder(like(article, sameAccount, most)))
            .orElse(List.of());
    dependencies.on(found.stream().map(article -> Scope.thing(article.id())).toList());
    if (found.size() < most) {
      dependencies.on(Scope.all(ChangedThing.ARTICLE));
    }
    return new SimilarPage(found, articles.included(found));
  }

  private List<UUID> like(SearchableArticle article, boolean sameAccount, int most) {
    List<Often> often = often(FoldedArticle.of(article));
    List<UUID> tags = texts.liveTags(List.of(article.id())).getOrDefault(article.id(), List.of());
    UUID account = sameAccount ? article.accountId() : null;
    return index.search(
        engine -> {
          List<Weighted> telling = telling(engine, often);
          List<Weighted> ranking = new ArrayList<>(telling);
          ranking.addAll(weighted(engine, tags.stream().map(SimilarArticles::tag).toList()));
          IndexQuery query =
              new IndexQuery(
                  new ArticleScope(account, null, Long.MIN_VALUE, Long.MAX_VALUE),
                  new Clause.AtLeast(
                      telling.stream().map(part -> new Weighted(part.clause(), 1)).toList(),
                      LEAST_SHARED),
                  ranking,
                  Set.of(article.id()),
                  null,
                  most,
                  0);
          return engine.search(query).hits().stream().map(Hit::id).toList();
        });
  }

  /** What an article has if one of these holds, and how often this one has it. */
  private record Often(List<Clause> clauses, int times) {
    Clause clause() {
      return new Clause.AnyOf(clauses);
    }
  }

  private static Often tag(UUID tag) {
    return new Often(List.of(new Clause.Tagged(tag)), TAG);
  }

  private static List<Often> often(FoldedArticle article) {
    Map<String, Integer> times = new HashMap<>();
    count(article.text(), 1, times);
    count(article.title(), IN_TITLE, times);
    return times.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(ASKED)
        .map(pair -> new Often(inFields(pair.getKey()), pair.getValue()))
        .toList();
  }

  private static void count(String folded, int weight, Map<String, Integer> times) {
    for (int i = 1; i < folded.length(); i++) {
      char before = folded.charAt(i - 1);
      char c = folded.charAt(i);
      boolean word = Grams.isWord(before) && Grams.isWord(c);
      if (word && !Character.isSurrogate(before) && !Character.isSurrogate(c)) {
        times.merge(folded.substring(i - 1, i + 1), weight, Integer::sum);
      }
    }
  }

  private static List<Clause> inFields(String pair) {
    return Stream.of(IndexField.values())
        .map(field -> (Clause) new Clause.Contains(field, pair))
        .toList();
  }

  private static List<Weighted> telling(IndexGeneration engine, List<Often> pairs) {
    return weighted(engine, pairs).stream()
        .sorted(Comparator.comparingInt(Weighted::weight).reversed())
        .limit(TELLING)
        .toList();
  }

  /** Times within × inverse document frequency; without what tells nothing. */
  private static List<Weighted> weighted(IndexGeneration engine, List<Often> all) {
    double articles = engine.size();
    Iterator<Long> frequencies =
        engine.frequencies(all.stream().flatMap(one -> one.clauses.stream()).toList()).iterator();
    List<Weighted> weighted = new ArrayList<>();
    for (Often one : all) {
      long most = 1;
      for (int i = 0; i < one.clauses.size(); i++) {
        most = Math.max(most, frequencies.next());
      }
      if (most <= Math.max(FEW, COMMON * articles)) {
        // Where most articles were removed, frequencies still count them.
        double rarity = Math.max(1, articles / most);
        double weight = STEPS * one.times * Math.log1p(rarity);
        weighted.add(new Weighted(one.clause(), (int) Math.max(1, Math.min(MOST_WEIGHT, weight))));
      }
    }
    return weighted;
  }
}
