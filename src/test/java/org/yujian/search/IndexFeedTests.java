package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.yujian.search.index.ArticleScope;
import org.yujian.search.index.Clause;
import org.yujian.search.index.FieldText;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexHits;
import org.yujian.search.index.IndexQuery;
import org.yujian.search.index.SearchIndex;
import org.yujian.search.lucene.LuceneIndex;
import org.yujian.testing.Desk;
import org.yujian.testing.DeskTest;
import org.yujian.testing.Folders;

/** For tests that feed indexes of their own, with Lucene, beside the program's. */
abstract class IndexFeedTests extends DeskTest {
  static final IndexRules RULES = IndexRules.current();
  private static final double MEGABYTES = 4;

  @Inject LiveTexts texts;

  private final List<SearchIndex> opened = new ArrayList<>();

  @AfterEach
  void closeAll() {
    opened.forEach(SearchIndex::close);
  }

  static Path folder(String name) {
    return Folders.empty("index-feed-" + name);
  }

  final WatchedIndex engine(Path folder) {
    WatchedIndex engine = new WatchedIndex(new LuceneIndex(folder, MEGABYTES));
    opened.add(engine);
    return engine;
  }

  final IndexFeed feed(SearchIndex engine) {
    return feed(engine, RULES, IndexFeedTests::tokens);
  }

  final IndexFeed feed(SearchIndex engine, IndexRules rules, Function<String, FieldText> tokens) {
    return new IndexFeed(engine, texts, rules, new BatchWriter(tokens));
  }

  static FieldText tokens(String folded) {
    return new FieldText(folded, List.of(), List.of());
  }

  /** Up to the end of the log. */
  static IndexGeneration run(IndexFeed feed) {
    while (feed.step()) {
      assertThat(feed.progress().percent()).isBetween(0, 100);
    }
    return feed.served().orElseThrow();
  }

  static List<String> found(IndexGeneration index, String word) {
    return found(index, ArticleScope.ALL, word);
  }

  static List<String> found(IndexGeneration index, ArticleScope scope, String word) {
    Clause clause =
        new Clause.AnyOf(
            List.of(
                new Clause.Contains(IndexField.TITLE, word),
                new Clause.Contains(IndexField.TEXT, word)));
    IndexQuery query = new IndexQuery(scope, clause, List.of(), Set.of(), null, 100, 1_000);
    return index.search(query).hits().stream().map(IndexHits.Hit::id).map(UUID::toString).toList();
  }

  final Desk editor() {
    return new Desk(adminKey());
  }

  final String publish(String title, String... paragraphs) {
    return SearchFixtures.publish(editor(), title, paragraphs);
  }

  final void withdraw(String article) {
    ok(desk().body(Map.of("class", "error")).post(path(article) + "/withdraw"), 200);
  }

  static String path(String article) {
    return "/v1/desk/articles/" + article;
  }

  final String etag(String path) {
    return desk().get(path).header("ETag");
  }
}
