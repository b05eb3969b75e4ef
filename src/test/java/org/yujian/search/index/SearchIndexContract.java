package org.yujian.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yujian.search.index.IndexHits.Hit;
import org.yujian.search.index.IndexQuery.Place;
import org.yujian.testing.Seed;

/** What every engine does, compared with a model that looks at each article. */
public abstract class SearchIndexContract extends OpenedIndex {

  @Test
  protected void containsIsExactForEachLength() {
    fill(20, 10);
    for (int length = 1; length <= 6; length++) {
      for (int i = 0; i < 60; i++) {
        assertEqual(everything(generator.contains(length)));
      }
    }
  }

  @Test
  protected void containsFindsEachPartOfEachText() {
    fill(4, 10);
    for (IndexedArticle article : model.articles()) {
      for (Map.Entry<IndexField, FieldText> text : article.texts().entrySet()) {
        for (String part : text.getValue().folded().split("\u0001")) {
          int length = part.codePointCount(0, part.length());
          for (int start = 0; start < length; start += 5) {
            int from = part.offsetByCodePoints(0, start);
            assertEqual(everything(new Clause.Contains(text.getKey(), part.substring(from))));
          }
        }
      }
    }
  }

  @Test
  protected void controlCharactersPartTheTextInEqualWays() {
    write(article(ID, 1, "中国\u0001人民", List.of(), List.of()));
    assertThat(found(contains("国"))).containsExactly(ID);
    assertThat(found(contains("人民"))).containsExactly(ID);
    assertThat(found(contains("国人"))).isEmpty();
    assertThat(found(contains("中国人"))).isEmpty();
    assertThat(found(contains("中国人民"))).isEmpty();
  }

  @Test
  protected void nearWordsDifferByOneLetterAfterTheFirst() {
    write(article(ID, 1, "", List.of("planet", "a", "𐐨b"), List.of()));
    for (String near : List.of("planet", "plnet", "plannet", "plamet", "plante", "b", "𐐨", "ab")) {
      boolean isFirst = near.startsWith("b");
      assertThat(found(new Clause.NearWord(IndexField.TEXT, near))).hasSize(isFirst ? 0 : 1);
    }
    for (String far : List.of("lanet", "lpanet", "plntae", "plane", "abc", "𐐨bcd")) {
      assertThat(found(new Clause.NearWord(IndexField.TEXT, far)))
          .hasSize(far.equals("plane") ? 1 : 0);
    }
  }

  @Test
  protected void everySearchFindsWhatTheModelFinds() {
    for (int round = 0; round < 8; round++) {
      fill(4, 12);
      for (int i = 0; i < 150; i++) {
        IndexQuery query = generator.query();
        assertEqual(query);
        assertEqual(generator.later(query));
      }
    }
  }

  @Test
  protected void theOldestHitsComeFromTheLowestUp() {
    fill(20, 12);
    for (int i = 0; i < 150; i++) {
      ArticleScope scope = generator.scope();
      Clause must = generator.clause(2);
      int size = i % 8;
      assertThat(generation.oldest(scope, must, size)).isEqualTo(model.oldest(scope, must, size));
    }
  }

  /** Engines skip documents only where there are many. */
  @Test
  protected void aLargerIndexIsSearchedInTheSameWay() {
    IndexGenerator larger = new IndexGenerator(Seed.random("larger"), 3_000);
    for (int i = 0; i < 6; i++) {
      write(larger.batch(700));
    }
    for (int i = 0; i < 120; i++) {
      IndexQuery query = larger.query();
      assertEqual(query);
      assertEqual(larger.later(query));
    }
  }

  @Test
  protected void pagesGiveEachHitOnceInOrder() {
    fill(25, 12);
    for (int i = 0; i < 40; i++) {
      IndexQuery first = sized(generator.query(), 1 + i % 7, 1000);
      List<Hit> paged = new ArrayList<>();
      List<Hit> page = generation.search(first).hits();
      while (!page.isEmpty()) {
        paged.addAll(page);
        Hit last = page.get(page.size() - 1);
        Place place = new Place(last.score(), last.feedOrder());
        page = generation.search(IndexGenerator.after(first, place)).hits();
      }
      assertThat(paged).isEqualTo(model.search(sized(first, 1000, 1000)).hits());
    }
  }

  @Test
  protected void aChangedArticleIsFoundByWhatItIsNow() {
    write(article(ID, 1, "中国", List.of("old"), List.of("zhongguo")));
    UUID otherAccount = new UUID(8, 2);
    UUID otherTag = new UUID(9, 2);
    FieldText text = new FieldText("人民", List.of("new"), List.of("renmin"));
    write(
        new IndexedArticle(
            ID, 2, 5, otherAccount, List.of(otherTag), Map.of(IndexField.TITLE, text)));
    assertThat(found(contains("中国"))).isEmpty();
    assertThat(found(new Clause.Word(IndexField.TEXT, "old"))).isEmpty();
    assertThat(found(new Clause.Sound(IndexField.TEXT, "zhongguo"))).isEmpty();
    assertThat(found(new Clause.Sound(IndexField.TITLE, "renmin"))).containsExactly(ID);
    assertThat(inScope(ACCOUNT, null)).isEmpty();
    assertThat(inScope(null, TAG)).isEmpty();
    assertThat(inScope(otherAccount, otherTag)).containsExactly(new Hit(ID, 5, 0));
  }

  @Test
  protected void aBatchWrittenTwiceChangesNothing() {
    for (int round = 0; round < 10; round++) {
      IndexBatch batch = generator.batch(20);
      generation.write(batch);
      generation.write(batch);
      generation.refresh();
      generation.write(batch);
      model.write(batch);
    }
    generation.refresh();
    assertThat(generation.size()).isEqualTo(model.articles().size());
    assertEqual(IndexModel.ALL);
  }

  @Test
  protected void aRemovedArticleIsNotFoundAndMayComeBack() {
    IndexedArticle article = article(ID, 1, "中国", List.of(), List.of());
    write(article);
    generation.write(new IndexBatch(List.of(), Map.of(ID, 2L, new UUID(7, 2), 2L)));
    generation.refresh();
    assertThat(found(contains("中"))).isEmpty();
    assertThat(generation.size()).isZero();
    write(article(ID, 3, "中国", List.of(), List.of()));
    assertThat(found(contains("中"))).containsExactly(ID);
  }

  @Test
  protected void frequenciesOfAFreshIndexAreExact() {
    for (int i = 0; i < IDS; i++) {
      IndexBatch batch = new IndexBatch(List.of(generator.article(new UUID(7, i))), Map.of());
      generation.write(batch);
      model.write(batch);
    }
    generation.refresh();
    List<Clause> clauses = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      clauses.add(generator.clause(2));
    }
    assertThat(generation.frequencies(clauses))
        .isEqualTo(clauses.stream().map(model::count).toList());
  }

  @Test
  protected void anIndexOpenedAgainGoesOnFromItsCommit() {
    assertThat(generation.position()).isEmpty();
    fill(5, 12);
    generation.commit("first");
    fill(5, 12);
    generation.commit("中 second");
    IndexBatch notCommitted = generator.batch(30);
    generation.write(notCommitted);
    index.close();
    openGeneration();
    assertThat(index.names()).contains(NAME);
    assertThat(generation.position()).contains("中 second");
    generation.write(notCommitted);
    model.write(notCommitted);
    generation.refresh();
    assertEqual(IndexModel.ALL);
  }

  @Test
  protected void generationsAreApartAndMayBeDeleted() {
    write(article(ID, 1, "中国", List.of(), List.of()));
    IndexGeneration other = index.open("contract-2");
    other.refresh();
    assertThat(other.name()).isEqualTo("contract-2");
    assertThat(other.size()).isZero();
    assertThat(index.names()).contains(NAME, "contract-2");
    index.delete(NAME);
    index.delete("contract-3");
    assertThat(index.names()).contains("contract-2").doesNotContain(NAME, "contract-3");
    generation = index.open(NAME);
    generation.refresh();
    assertThat(generation.size()).isZero();
    assertThat(generation.position()).isEmpty();
  }

  @Test
  protected void veryLongTextsAndWordsAreTaken() {
    String text = "中国a".repeat(50_000) + "人民";
    write(article(ID, 1, text, List.of("w".repeat(40_000), "short"), List.of("s".repeat(40_000))));
    assertThat(found(contains("国a人民"))).containsExactly(ID);
    assertThat(found(contains("中国a".repeat(40)))).containsExactly(ID);
    assertThat(found(contains("中国a".repeat(40) + "国"))).isEmpty();
    assertThat(found(new Clause.Word(IndexField.TEXT, "short"))).containsExactly(ID);
  }

  @Test
  protected void expungingChangesNoSearch() {
    fill(20, 12);
    generation.expunge();
    assertThat(generation.size()).isEqualTo(model.articles().size());
    for (int i = 0; i < 100; i++) {
      assertEqual(generator.query());
    }
  }
}
