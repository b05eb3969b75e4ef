package org.yujian.search;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.search.index.ArticleScope;
import org.yujian.search.index.IndexedArticle;
import org.yujian.testing.DeskTest;
import org.yujian.testing.Seed;

/** Totals of several terms, some of them in accounts' names, beside a look into each text. */
@QuarkusTest
class RankedTotalsTest extends DeskTest {
  private static final int ARTICLES = 4_000;
  private static final int DAYS = 30;

  @Inject CurrentIndex index;
  @Inject RankedSearch search;

  private final Random random = Seed.random("RankedTotalsTest");
  private List<IndexedArticle> articles;

  @BeforeEach
  void fill() {
    articles = ManyTexts.fill(tables(), index, ARTICLES, random);
  }

  @AfterEach
  void empty() {
    tables().empty();
  }

  @Test
  void totalsOfSeveralTermsAreThoseOfAllTexts() {
    List<UUID> accounts = largestAccounts();
    SoughtTerm common = term("路灯", List.of());
    SoughtTerm bridge = term("桥", List.of());
    SoughtTerm named = term("桥", accounts);
    SoughtTerm other = term("的", accounts.subList(1, 3));
    List<List<SoughtTerm>> questions =
        List.of(
            List.of(common, term("的", List.of())),
            List.of(common, bridge),
            List.of(common, named),
            List.of(named, other),
            List.of(term("——", List.of()), named, other));
    List<ArticleScope> scopes = new ArrayList<>(ManyTexts.days(articles, DAYS, random));
    scopes.add(ArticleScope.ALL);
    assertThat(scopes)
        .anyMatch(
            scope ->
                having(List.of(common, bridge), scope) < having(List.of(common, named), scope)
                    && having(List.of(common, named), scope) < SearchTotal.MOST);
    for (ArticleScope scope : scopes) {
      for (List<SoughtTerm> terms : questions) {
        assertThat(search.find(terms, scope, null, 1).total())
            .as("%s in %s", terms, scope)
            .isEqualTo(SearchTotal.of(Math.min(1_001, having(terms, scope))));
      }
    }
  }

  private static SoughtTerm term(String text, List<UUID> accounts) {
    return new SoughtTerm(Term.of(text), Set.copyOf(accounts));
  }

  private List<UUID> largestAccounts() {
    Map<UUID, Long> sizes =
        articles.stream().collect(groupingBy(IndexedArticle::account, counting()));
    return sizes.keySet().stream()
        .sorted(Comparator.comparing(sizes::get).reversed())
        .limit(3)
        .toList();
  }

  private int having(List<SoughtTerm> terms, ArticleScope scope) {
    return (int)
        articles.stream()
            .filter(row -> row.feedOrder() >= scope.from())
            .filter(row -> row.feedOrder() < scope.below())
            .filter(row -> terms.stream().allMatch(term -> has(row, term)))
            .count();
  }

  private static boolean has(IndexedArticle row, SoughtTerm term) {
    return row.texts().values().stream()
            .anyMatch(text -> text.folded().contains(term.term().text()))
        || term.accounts().contains(row.account());
  }
}
