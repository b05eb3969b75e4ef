package org.yujian.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.yujian.search.index.IndexHits.Hit;
import org.yujian.testing.Seed;

/** An index under test, with a model that is written in the same way. */
public abstract class OpenedIndex {
  protected static final Clause EVERYTHING = new Clause.AllOf(List.of());
  protected static final String NAME = "contract-1";
  protected static final int IDS = 150;
  protected static final UUID ID = new UUID(7, 1);
  protected static final UUID ACCOUNT = new UUID(8, 1);
  protected static final UUID TAG = new UUID(9, 1);

  protected SearchIndex index;
  protected IndexGeneration generation;
  protected final IndexModel model = new IndexModel();
  protected final IndexGenerator generator =
      new IndexGenerator(Seed.random(getClass().getSimpleName()), IDS);

  /** Opens the engine; a second call in the same test finds what the first one left. */
  protected abstract SearchIndex openIndex();

  @BeforeEach
  protected void openGeneration() {
    index = openIndex();
    generation = index.open(NAME);
  }

  @AfterEach
  protected void closeIndex() {
    index.close();
  }

  /** Writes batches of this size and makes them visible. */
  protected final void fill(int batches, int size) {
    for (int i = 0; i < batches; i++) {
      write(generator.batch(size));
    }
  }

  protected final void write(IndexBatch batch) {
    generation.write(batch);
    model.write(batch);
    generation.refresh();
  }

  protected final void assertEqual(IndexQuery query) {
    assertThat(generation.search(query)).as("%s", query).isEqualTo(model.search(query));
  }

  protected static IndexQuery everything(Clause must) {
    return new IndexQuery(ArticleScope.ALL, must, List.of(), Set.of(), null, 1000, 1000);
  }

  protected static IndexedArticle article(
      UUID id, long order, String text, List<String> words, List<String> sounds) {
    Map<IndexField, FieldText> texts = Map.of(IndexField.TEXT, new FieldText(text, words, sounds));
    return new IndexedArticle(id, order, order, ACCOUNT, List.of(TAG), texts);
  }

  protected final void write(IndexedArticle article) {
    generation.write(new IndexBatch(List.of(article), Map.of()));
    generation.refresh();
  }

  protected static Clause contains(String text) {
    return new Clause.Contains(IndexField.TEXT, text);
  }

  protected final List<UUID> found(Clause clause) {
    return generation.search(everything(clause)).hits().stream().map(Hit::id).toList();
  }

  protected final List<Hit> inScope(UUID account, UUID tag) {
    ArticleScope scope = new ArticleScope(account, tag, Long.MIN_VALUE, Long.MAX_VALUE);
    return generation
        .search(new IndexQuery(scope, EVERYTHING, List.of(), Set.of(), null, 10, 10))
        .hits();
  }

  protected static IndexQuery sized(IndexQuery query, int size, int countTo) {
    return new IndexQuery(
        query.scope(), query.must(), query.ranking(), query.without(), null, size, countTo);
  }
}
