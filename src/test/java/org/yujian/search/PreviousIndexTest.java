package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yujian.change.Tailer;
import org.yujian.search.index.FieldText;
import org.yujian.search.index.IndexGeneration;

/** What searches find while an index is filled again beside the one before. */
@QuarkusTest
class PreviousIndexTest extends IndexFeedTests {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int MOST_OF_AN_EDITION = 100;

  private static final IndexRules OTHER_FOLDING =
      new IndexRules(RULES.schema(), RULES.folding() + 1, RULES.tokens());

  @Inject Tailer tailer;

  private List<String> published(int count) {
    return published(0, count);
  }

  /**
   * @param first number of the first one; equal articles are imported once
   */
  private List<String> published(int first, int count) {
    List<String> ids = new ArrayList<>();
    while (ids.size() < count) {
      StringBuilder document = new StringBuilder(SearchFixtures.FOLLOW);
      int end = Math.min(count, ids.size() + MOST_OF_AN_EDITION);
      for (int i = ids.size(); i < end; i++) {
        int number = first + i;
        document.append("# 标题").append(number).append("\n\n");
        document.append("正文第").append(number).append("号。\n\n");
      }
      ids.addAll(editor().publish(document.toString()).getList("articles.articleId"));
    }
    return ids;
  }

  /** The rules of another release: traditional characters stay what they are. */
  private static FieldText otherTokens(String folded) {
    return tokens(folded.replace('门', '門'));
  }

  private IndexFeed otherRelease(WatchedIndex engine) {
    return feed(engine, OTHER_FOLDING, PreviousIndexTest::otherTokens);
  }

  private long lastRow() {
    return tables().number("select max(seq) from change");
  }

  private static boolean follow(IndexFeed feed) {
    return feed.followPrevious();
  }

  @Test
  void itFollowsTheLogUntilTheOtherIsWhole() {
    List<String> ids = published(LiveTexts.ROWS + 20);
    WatchedIndex engine = engine(folder("previous"));
    IndexGeneration old = run(feed(engine));
    IndexFeed feed = otherRelease(engine);
    feed.step();
    String first = publish("开门", "第一篇。");
    withdraw(ids.get(0));
    feed.step();
    assertThat(follow(feed)).isTrue();
    assertThat(feed.progress().whole()).isFalse();
    assertThat(feed.served().orElseThrow().name()).isEqualTo(old.name());
    assertThat(found(old, "第一篇")).containsExactly(first);
    assertThat(found(old, "開门")).isEmpty();
    assertThat(found(old, "开門")).containsExactly(first);
    assertThat(old.size()).isEqualTo(ids.size());
    assertThat(feed.applied().seq()).isEqualTo(lastRow());
    IndexGeneration index = run(feed);
    assertThat(index.name()).isNotEqualTo(old.name());
    assertThat(index.size()).isEqualTo(ids.size());
    assertThat(follow(feed)).isFalse();
  }

  @Test
  void aReleaseThatComesBackHasNothingOfOtherRules() {
    Path folder = folder("previous-back");
    published(3);
    WatchedIndex before = engine(folder);
    IndexFeed first = feed(before);
    run(first);
    first.commit();
    IndexFeed upgraded = otherRelease(before);
    upgraded.step();
    String article = publish("开门", "正文。");
    follow(upgraded);
    upgraded.commit();
    before.close();
    WatchedIndex after = engine(folder);
    IndexGeneration index = run(feed(after));
    assertThat(after.written).containsExactly(UUID.fromString(article));
    assertThat(found(index, "开门")).containsExactly(article);
    assertThat(found(index, "開門")).isEmpty();
  }

  @Test
  void whereTheLogIsCompactedItGetsNewerArticlesFirst() {
    List<String> ids = published(3);
    Path folder = folder("previous-gap");
    WatchedIndex before = engine(folder);
    IndexFeed first = feed(before);
    run(first);
    first.commit();
    before.close();
    List<String> gap = published(ids.size(), LiveTexts.ROWS + 20);
    tables().run("update change_state set horizon = (select max(seq) from change)");
    try {
      IndexFeed feed = feed(engine(folder));
      feed.step();
      IndexGeneration old = feed.served().orElseThrow();
      assertThat(old.size()).isEqualTo(ids.size());
      follow(feed);
      follow(feed);
      assertThat(old.size()).isEqualTo(ids.size() + gap.size());
      String later = publish("后来", "正文。");
      follow(feed);
      assertThat(found(old, "后来")).containsExactly(later);
      // Nobody knows what else happened in the gap.
      assertThat(feed.applied()).isNull();
      assertThat(feed.progress().whole()).isFalse();
    } finally {
      tables().run("update change_state set horizon = 0");
    }
  }

  @Test
  void inASharedEngineNodesOfItsReleaseFeedIt() {
    published(3);
    WatchedIndex engine = engine(folder("previous-shared"));
    engine.shared = true;
    IndexGeneration old = run(feed(engine));
    IndexFeed feed = otherRelease(engine);
    feed.step();
    publish("后来", "正文。");
    assertThat(follow(feed)).isFalse();
    assertThat(feed.served().orElseThrow().size()).isEqualTo(3);
    IndexFeed one = feed(engine);
    run(one);
    assertThat(old.size()).isEqualTo(4);
  }

  @Test
  void oneThatCannotBeWrittenDoesNotKeepTheOtherFromBeingFilled() {
    published(3);
    WatchedIndex engine = engine(folder("previous-away"));
    engine.awayName = run(feed(engine)).name();
    IndexFeed feed = otherRelease(engine);
    feed.step();
    String later = publish("后来", "正文。");
    assertThat(follow(feed)).isTrue();
    assertThat(feed.applied()).isNull();
    assertThat(feed.served().orElseThrow().size()).isEqualTo(3);
    assertThat(found(run(feed), "后来")).containsExactly(later);
  }

  @Test
  void searchesWaitForItWhileTheOtherIsFilled() throws InterruptedException {
    published(2 * LiveTexts.ROWS);
    WatchedIndex engine = engine(folder("previous-thread"));
    IndexFeed first = otherRelease(engine);
    IndexGeneration old = run(first);
    first.commit();
    Semaphore begun = new Semaphore(0);
    Semaphore portions = new Semaphore(0);
    engine.onWrite =
        name -> {
          if (!name.equals(old.name())) {
            begun.release();
            portions.acquireUninterruptibly();
          }
        };
    SearchFeeder feeder = new SearchFeeder(engine, texts, tailer, true, true);
    feeder.onStart(null);
    assertThat(begun.tryAcquire(LONG.toMinutes(), TimeUnit.MINUTES)).isTrue();
    String later = publish("后来", "末尾。");
    portions.release();
    assertThat(feeder.catchUp(LONG)).isTrue();
    assertThat(feeder.progress().whole()).isFalse();
    assertThat(found(feeder.served().orElseThrow(), "末尾")).containsExactly(later);
    assertThat(feeder.behind()).isZero();
    portions.release(1_000);
    feeder.onStop(null);
  }
}
