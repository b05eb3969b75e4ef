package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.yujian.search.index.IndexGeneration;

/** Several nodes feed the indexes of one engine. */
@QuarkusTest
class SharedEngineTest extends IndexFeedTests {
  private static final IndexRules OTHER_RULES =
      new IndexRules(RULES.schema(), RULES.folding(), RULES.tokens() + 1);

  @Test
  void nodesThatStartTogetherFillOneGeneration() {
    String article = publish("标题", "正文。");
    WatchedIndex engine = engine(folder("together"));
    IndexFeed one = feed(engine);
    IndexFeed other = feed(engine);
    one.step();
    other.step();
    IndexGeneration index = run(one);
    assertThat(run(other).name()).isEqualTo(index.name());
    assertThat(engine.names()).containsExactly(index.name());
    assertThat(found(index, "正文")).containsExactly(article);
  }

  @Test
  void aGenerationThatWasOnlyMadeIsUsed() {
    publish("标题", "正文。");
    WatchedIndex engine = engine(folder("made"));
    long log = texts.start().end().epoch();
    String name = new GenerationName(RULES, log, 7).text();
    engine.open(name);
    assertThat(run(feed(engine)).name()).isEqualTo(name);
    assertThat(engine.names()).containsExactly(name);
  }

  @Test
  void aNodeThatStillFillsGoesOnWithWhatAnotherMadeWhole() {
    publish("标题", "正文。");
    WatchedIndex engine = engine(folder("faster"));
    IndexFeed slow = feed(engine);
    slow.step();
    assertThat(slow.adopt()).isFalse();
    IndexGeneration index = run(feed(engine));
    int written = engine.written.size();
    assertThat(slow.adopt()).isTrue();
    String later = publish("后来", "后来的正文。");
    assertThat(found(run(slow), "后来的")).containsExactly(later);
    assertThat(slow.served().orElseThrow().name()).isEqualTo(index.name());
    assertThat(engine.written).hasSize(written + 1);
    assertThat(slow.adopt()).isFalse();
  }

  @Test
  void whatAnotherNodeUsesIsDroppedLater() {
    publish("标题", "正文。");
    WatchedIndex engine = engine(folder("used"));
    IndexGeneration old = run(feed(engine));
    engine.used = true;
    IndexFeed feed = feed(engine, OTHER_RULES, IndexFeedTests::tokens);
    IndexGeneration index = run(feed);
    feed.dropReplaced();
    assertThat(engine.names()).containsExactlyInAnyOrder(old.name(), index.name());
    engine.used = false;
    feed.dropReplaced();
    assertThat(engine.names()).containsExactly(index.name());
  }

  @Test
  void anEarlierReleaseStartsAgainBesideALaterOne() {
    publish("标题", "正文。");
    WatchedIndex engine = engine(folder("beside"));
    String old = run(feed(engine)).name();
    engine.used = true;
    String index = run(feed(engine, OTHER_RULES, IndexFeedTests::tokens)).name();
    IndexFeed again = feed(engine);
    assertThat(run(again).name()).isEqualTo(old);
    again.dropReplaced();
    assertThat(engine.names()).containsExactlyInAnyOrder(old, index);
  }
}
