package org.yujian.search;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.feed.SearchableArticle;
import org.yujian.search.Bands.Part;
import org.yujian.search.RankedRepository.Range;
import org.yujian.search.RankedRepository.Ranked;
import org.yujian.search.SearchIndexRepository.Indexed;
import org.yujian.search.SearchRepository.Where;
import org.yujian.search.index.ArticleScope;
import org.yujian.testing.DeskTest;
import org.yujian.testing.Seed;

/** Several terms that stand nearly everywhere: part by part the same is found as at once. */
@QuarkusTest
class RankedBandsTest extends DeskTest {
  private static final int ARTICLES = 4_000;
  private static final List<Long> NO_FLOORS = Collections.nCopies(3, Long.MIN_VALUE);

  @Inject SearchIndexRepository index;
  @Inject SearchIndexer indexer;
  @Inject RankedRepository repository;
  @Inject RankedSearch search;
  @Inject ArticleSearch single;
  @Inject SearchRepository texts;
  @Inject CountRepository counts;
  @Inject GramShares shares;

  private final Random random = Seed.random("RankedBandsTest");
  private List<Indexed<SearchableArticle>> articles;
  private List<Long> orders;

  @BeforeEach
  void fill() {
    articles = ManyTexts.fill(tables(), index, ARTICLES, random);
    orders = articles.stream().map(article -> article.item().feedOrder()).toList();
    indexer.countOnce();
  }

  @AfterEach
  void empty() {
    tables().empty();
  }

  private static SoughtTerm term(String text) {
    return new SoughtTerm(Term.of(text), List.of(), 1);
  }

  private static Set<UUID> ids(List<Ranked> window) {
    return window.stream().map(Ranked::id).collect(toSet());
  }

  @Test
  void theWindowAndTheRestAreThoseOfTheWhole() {
    QuarkusTransaction.requiringNew()
        .timeout(120)
        .run(
            () -> {
              texts.byIndex();
              for (ArticleScope scope : scopes()) {
                assertSame(List.of(term("路灯"), term("的")), scope);
                // Punctuation has no grams.
                assertSame(List.of(term("路灯"), term("——")), scope);
              }
            });
  }

  /** Days by chance, where the whole has more than anybody counts. */
  @Test
  void whatIsCountedPartByPartIsTheSame() {
    List<SoughtTerm> terms = List.of(term("路灯"), term("的"));
    int[] grams = terms.get(0).term().grams();
    QuarkusTransaction.requiringNew()
        .timeout(120)
        .run(
            () -> {
              texts.byIndex();
              for (ArticleScope days : days()) {
                List<Part> parts =
                    shares.parts(texts.span().orElseThrow(), days, 100, shares.articles());
                assertThat(
                        counts.count(terms.get(0).term(), grams, days, Optional.of(parts), 1_001))
                    .isEqualTo(
                        counts.count(terms.get(0).term(), grams, days, Optional.empty(), 1_001));
                Range range = Range.of(parts);
                assertThat(repository.count(terms, days, range, 1_001))
                    .isEqualTo(repository.count(terms, days, Range.ALL, 1_001));
              }
            });
  }

  /** As rows of the release before are, whose titles have no marks. */
  @Test
  void titlesWithoutMarksAreFoundToo() {
    ArticleScope all = ArticleScope.ALL;
    Term term = Term.of("路灯");
    List<Found> marked = inOneMoment(() -> single.find(term, all, null, 101).found());
    assertThat(marked).hasSize(101);
    assertThat(inOneMoment(texts::span)).isPresent();
    tables()
        .run(
            String.format(
                Locale.ROOT,
                """
                update article_search set fold_version = fold_version - 1,
                  title_g = array(select gram from unnest(title_g) gram where gram not between %d and %d)
                where feed_order %% 3 = 0
                """,
                Bands.FIRST,
                Bands.BEYOND - 1));
    assertThat(inOneMoment(texts::span)).isEmpty();
    assertThat(inOneMoment(() -> single.find(term, all, null, 101).found())).isEqualTo(marked);
  }

  private <T> T inOneMoment(Supplier<T> asked) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              texts.byIndex();
              return asked.get();
            });
  }

  @Test
  void titlesPartByPartAreThoseOfTheWhole() {
    Term term = Term.of("路灯");
    List<ArticleScope> all = new ArrayList<>(scopes());
    all.addAll(days());
    QuarkusTransaction.requiringNew()
        .timeout(120)
        .run(
            () -> {
              texts.byIndex();
              int[] grams = term.grams();
              assertThat(texts.gather(term, grams, Where.TITLE, all.get(0), 21)).hasSize(21);
              for (ArticleScope scope : all) {
                List<Part> parts =
                    shares.parts(texts.span().orElseThrow(), scope, 21, shares.articles());
                assertThat(texts.inBands(term, grams, Where.TITLE, scope, parts, 21))
                    .isEqualTo(texts.gather(term, grams, Where.TITLE, scope, 21));
              }
            });
  }

  private List<ArticleScope> days() {
    return ManyTexts.days(articles, 20, random);
  }

  /** No part of the feed has them, and none is read. */
  @Test
  void daysWithoutArticlesReadNothing() {
    List<SoughtTerm> terms = List.of(term("路灯"), term("的"));
    long newest = orders.get(orders.size() - 1);
    for (ArticleScope days :
        List.of(
            new ArticleScope(null, null, newest + 1, Long.MAX_VALUE),
            new ArticleScope(null, null, Long.MIN_VALUE, orders.get(0)))) {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                List<Range> ranges =
                    search.ranges(terms, days, NO_FLOORS, search.span(terms, days, 100));
                assertThat(ranges)
                    .allSatisfy(range -> assertThat(range.bands()).hasValue(List.of()));
                assertThat(search.find(terms, days, null, 20).found()).isEmpty();
              });
    }
  }

  /** All, and what is below some places: later pages. */
  private List<ArticleScope> scopes() {
    List<ArticleScope> scopes = new ArrayList<>(List.of(ArticleScope.ALL));
    Stream.generate(() -> orders.get(random.nextInt(orders.size())))
        .limit(10)
        .forEach(order -> scopes.add(ArticleScope.ALL.below(order)));
    return scopes;
  }

  private void assertSame(List<SoughtTerm> terms, ArticleScope scope) {
    Range whole = Range.ALL;
    List<Range> ranges = search.ranges(terms, scope, NO_FLOORS, search.span(terms, scope, 100));
    assertThat(ranges).noneMatch(range -> range.bands().isEmpty());
    List<Ranked> window = repository.window(terms, scope, ranges, false);
    assertThat(ids(window))
        .isEqualTo(ids(repository.window(terms, scope, Collections.nCopies(3, whole), true)));
    assertThat(repository.rest(terms, scope, ranges.get(2), ids(window), 50))
        .isEqualTo(repository.rest(terms, scope, whole, ids(window), 50));
  }
}
