package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexUnavailable;

/** How an index begins, goes on after a restart, and is replaced. */
@QuarkusTest
class IndexFillingTest extends IndexFeedTests {
  private static final int MOST_OF_AN_EDITION = 100;

  private static final IndexRules OTHER_FOLDING =
      new IndexRules(RULES.schema(), RULES.folding() + 1, RULES.tokens());

  private static final IndexRules OTHER_SCHEMA =
      new IndexRules(RULES.schema() + 1, RULES.folding(), RULES.tokens());

  private List<String> published(int count) {
    List<String> ids = new ArrayList<>();
    while (ids.size() < count) {
      StringBuilder document = new StringBuilder(SearchFixtures.FOLLOW);
      int end = Math.min(count, ids.size() + MOST_OF_AN_EDITION);
      for (int i = ids.size(); i < end; i++) {
        document.append("# 标题").append(i).append("\n\n正文第").append(i).append("号。\n\n");
      }
      ids.addAll(editor().publish(document.toString()).getList("articles.articleId"));
    }
    return ids;
  }

  @Test
  void everythingLiveIsFilledInAndOnlyThenSearched() {
    int count = LiveTexts.ROWS + 20;
    List<String> ids = published(count);
    withdraw(ids.get(3));
    IndexFeed feed = feed(engine(folder("filling")));
    assertThat(feed.served()).isEmpty();
    assertThat(feed.step()).isTrue();
    assertThat(feed.step()).isTrue();
    assertThat(feed.served()).isEmpty();
    assertThat(feed.progress().percent()).isEqualTo(100 * LiveTexts.ROWS / (count - 1));
    // Changes meanwhile, of what is filled in already and of what is not.
    withdraw(ids.get(0));
    withdraw(ids.get(count - 1));
    String late = publish("后来", "后来的正文。");
    IndexGeneration index = run(feed);
    assertThat(index.size()).isEqualTo(count - 3 + 1);
    assertThat(found(index, "后来")).containsExactly(late);
    assertThat(found(index, "正文第7号")).containsExactly(ids.get(7));
    assertThat(feed.progress().percent()).isEqualTo(100);
  }

  @Test
  void noArticlesAreAWholeIndexToo() {
    assertThat(run(feed(engine(folder("none")))).size()).isZero();
  }

  @Test
  void aRestartGoesOnFromTheLastCommit() {
    Path folder = folder("restart");
    List<String> ids = published(3);
    WatchedIndex before = engine(folder);
    IndexFeed feed = feed(before);
    run(feed);
    feed.commit();
    String uncommitted = publish("没有提交", "正文。");
    assertThat(found(run(feed), "没有提交")).containsExactly(uncommitted);
    before.close();
    WatchedIndex after = engine(folder);
    IndexFeed next = feed(after);
    next.step();
    // Searched at once, though it does not have the newest.
    assertThat(next.served().orElseThrow().size()).isEqualTo(ids.size());
    assertThat(next.applied()).isNull();
    assertThat(found(run(next), "没有提交")).containsExactly(uncommitted);
    assertThat(after.written).containsExactly(UUID.fromString(uncommitted));
  }

  @Test
  void aFillingGoesOnAfterAKill() {
    Path folder = folder("killed");
    published(2 * LiveTexts.ROWS + 20);
    WatchedIndex before = engine(folder);
    IndexFeed feed = feed(before);
    feed.step();
    feed.step();
    feed.commit();
    feed.step();
    before.close();
    WatchedIndex after = engine(folder);
    IndexGeneration index = run(feed(after));
    assertThat(index.size()).isEqualTo(2 * LiveTexts.ROWS + 20);
    assertThat(after.written).hasSize(LiveTexts.ROWS + 20);
    assertThat(after.names()).containsExactly(index.name());
  }

  @Test
  void aFillingThatWasNeverCommittedBeginsAnew() {
    Path folder = folder("uncommitted");
    published(5);
    WatchedIndex before = engine(folder);
    IndexFeed feed = feed(before);
    feed.step();
    feed.step();
    before.close();
    WatchedIndex after = engine(folder);
    IndexGeneration index = run(feed(after));
    assertThat(index.size()).isEqualTo(5);
    assertThat(after.names()).containsExactly(index.name());
  }

  @Test
  void otherRulesFillAnotherIndexBesideTheOneBefore() {
    Path folder = folder("rules");
    published(3);
    WatchedIndex engine = engine(folder);
    IndexGeneration old = run(feed(engine));
    String later = publish("后来", "正文。");
    IndexFeed feed = feed(engine, OTHER_FOLDING, IndexFeedTests::tokens);
    feed.step();
    assertThat(feed.served().orElseThrow().name()).isEqualTo(old.name());
    assertThat(feed.served().orElseThrow().size()).isEqualTo(3);
    assertThat(feed.applied()).isNull();
    IndexGeneration index = run(feed);
    assertThat(index.name()).isNotEqualTo(old.name());
    assertThat(found(index, "后来")).containsExactly(later);
    assertThat(engine.names()).containsExactlyInAnyOrder(old.name(), index.name());
    feed.dropReplaced();
    assertThat(engine.names()).containsExactly(index.name());
  }

  @Test
  void anIndexOfAnotherSchemaIsNotSearched() {
    published(3);
    WatchedIndex engine = engine(folder("schema"));
    run(feed(engine));
    IndexFeed feed = feed(engine, OTHER_SCHEMA, IndexFeedTests::tokens);
    feed.step();
    assertThat(feed.served()).isEmpty();
    assertThat(engine.names()).hasSize(1);
    assertThat(run(feed).size()).isEqualTo(3);
  }

  @Test
  void whereTheLogIsCompactedTheIndexIsFilledAgain() {
    List<String> ids = published(3);
    WatchedIndex engine = engine(folder("compacted"));
    IndexFeed feed = feed(engine);
    IndexGeneration old = run(feed);
    withdraw(ids.get(0));
    String late = publish("后来", "正文。");
    tables().run("update change_state set horizon = (select max(seq) from change)");
    try {
      assertThat(feed.step()).isTrue();
      assertThat(feed.step()).isTrue();
      assertThat(feed.served().orElseThrow().name()).isEqualTo(old.name());
      feed.step();
      feed.commit();
      feed.reopen();
      feed.step();
      // A filling that goes on keeps the one before, too.
      assertThat(feed.served().orElseThrow().name()).isEqualTo(old.name());
      IndexGeneration index = run(feed);
      assertThat(index.name()).isNotEqualTo(old.name());
      feed.dropReplaced();
      assertThat(engine.names()).containsExactly(index.name());
      assertThat(index.size()).isEqualTo(3);
      assertThat(found(index, "后来")).containsExactly(late);
    } finally {
      tables().run("update change_state set horizon = 0");
    }
  }

  @Test
  void theLogOfAnotherDatabaseFillsTheIndexAgain() {
    published(3);
    WatchedIndex engine = engine(folder("epoch"));
    IndexGeneration old = run(feed(engine));
    String log = tables().texts("select log_id from change_state").get(0);
    tables().run("update change_state set log_id = gen_random_uuid()");
    try {
      IndexFeed feed = feed(engine);
      feed.step();
      assertThat(feed.served()).isEmpty();
      IndexGeneration index = run(feed);
      assertThat(engine.names()).containsExactly(index.name()).doesNotContain(old.name());
    } finally {
      tables().run("update change_state set log_id = '" + log + "'");
    }
  }

  @Test
  void anArticleThatCannotBeIndexedDoesNotStopOthers() {
    List<String> ids = published(5);
    WatchedIndex engine = engine(folder("bad"));
    engine.refused = UUID.fromString(ids.get(1));
    IndexFeed feed =
        feed(
            engine,
            RULES,
            folded -> {
              if (folded.contains("第3号")) {
                throw new IllegalStateException("no tokens");
              }
              return tokens(folded);
            });
    IndexGeneration index = run(feed);
    assertThat(new HashSet<>(found(index, "正文第")))
        .containsExactlyInAnyOrder(ids.get(0), ids.get(2), ids.get(4));
    engine.refused = UUID.fromString(ids.get(0));
    String title = "{\"html\": \"<p>正文第0号？</p>\"}";
    String path = path(ids.get(0));
    ok(desk().header("If-Match", etag(path)).body(title).patch(path), 200);
    ok(
        desk()
            .header("If-Match", etag(path))
            .body("{\"class\": \"typo\"}")
            .post(path + "/corrections"),
        200);
    // Nor is it found with the words that it had.
    assertThat(found(run(feed), "正文第")).containsExactlyInAnyOrder(ids.get(2), ids.get(4));
  }

  @Test
  void anEngineThatComesBackMissesNothing() {
    published(3);
    WatchedIndex engine = engine(folder("away"));
    IndexFeed feed = feed(engine);
    IndexGeneration index = run(feed);
    String article = publish("断电", "正文。");
    engine.away = true;
    assertThatThrownBy(feed::step).isInstanceOf(IndexUnavailable.class);
    feed.reopen();
    assertThatThrownBy(feed::step).isInstanceOf(IndexUnavailable.class);
    assertThat(found(index, "断电")).isEmpty();
    assertThat(feed.served().orElseThrow().size()).isEqualTo(3);
    engine.away = false;
    feed.reopen();
    assertThat(found(run(feed), "断电")).containsExactly(article);
  }

  @Test
  void eachNodeFeedsItsOwnIndex() {
    published(3);
    IndexFeed one = feed(engine(folder("one")));
    run(one);
    String article = publish("两处", "正文。");
    IndexFeed other = feed(engine(folder("other")));
    assertThat(found(run(other), "两处")).containsExactly(article);
    assertThat(found(run(one), "两处")).containsExactly(article);
    withdraw(article);
    assertThat(run(one).size()).isEqualTo(3);
    assertThat(run(other).size()).isEqualTo(3);
  }
}
