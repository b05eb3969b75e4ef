package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.yujian.cache.Dependencies;
import org.yujian.change.Tailer;
import org.yujian.search.index.IndexGeneration;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.settings.Settings;

/** Whoever searches reads what was written before, by this node or by others. */
@QuarkusTest
class SearchFeederTest extends IndexFeedTests {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Inject CurrentIndex current;
  @Inject Tailer tailer;
  @Inject Settings settings;
  @Inject Dependencies dependencies;

  @TestHTTPResource(value = "/health/ready", management = true)
  URI health;

  @TestHTTPResource(value = "/metrics", management = true)
  URI scrape;

  /** A node with a thread. */
  private SearchFeeder node(WatchedIndex engine) {
    SearchFeeder feeder = new SearchFeeder(engine, texts, tailer, true, true);
    feeder.onStart(null);
    return feeder;
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private IndexGeneration caughtUp() {
    assertThat(current.catchUp(LONG)).isTrue();
    return current.whole().orElseThrow();
  }

  @Test
  void theProgramsOwnIndexHasWhatWasJustPublished() {
    String article = publish("立即", "正文。");
    assertThat(found(caughtUp(), "立即")).containsExactly(article);
    withdraw(article);
    assertThat(found(caughtUp(), "立即")).isEmpty();
    tables().empty();
    assertThat(caughtUp().size()).isZero();
    assertThat(settings.dataDir().resolve("search")).isDirectory();
  }

  @Test
  void healthAndMetricsSayHowFarItIs() {
    publish("甲", "正文。");
    caughtUp();
    assertThat(RestAssured.given().noFilters().get(health).asString())
        .contains("search index", "whole", "100 %");
    String metrics = RestAssured.given().noFilters().get(scrape).asString();
    assertThat(metrics)
        .contains("yujian_search_index_articles 1.0")
        .contains("yujian_search_index_filled 100.0")
        .contains("yujian_search_index_behind 0.0");
  }

  @Test
  void aThreadFillsAndFollows() throws InterruptedException {
    publish("甲", "正文。");
    WatchedIndex engine = engine(folder("thread"));
    SearchFeeder feeder = node(engine);
    await(() -> feeder.served().isPresent());
    int commits = engine.commits;
    for (int i = 0; i < 20; i++) {
      String article = publish("消息" + i, "正文。");
      assertThat(feeder.catchUp(LONG)).isTrue();
      assertThat(found(feeder.served().orElseThrow(), "消息" + i)).contains(article);
      assertThat(feeder.behind()).isZero();
    }
    assertThat(engine.commits - commits).isLessThan(20);
    feeder.onStop(null);
    assertThat(feeder.catchUp(LONG)).isFalse();
    // The end is committed.
    WatchedIndex next = reopened(engine, "thread");
    IndexFeed feed = feed(next);
    assertThat(run(feed).size()).isEqualTo(21);
    assertThat(next.written).isEmpty();
  }

  private WatchedIndex reopened(WatchedIndex engine, String name) {
    engine.close();
    Path folder = Path.of("target", "test-folders", "index-feed-" + name).toAbsolutePath();
    assertThat(Files.isDirectory(folder)).isTrue();
    return engine(folder);
  }

  @Test
  void anEngineThatIsAwayDelaysNoSearchAndIsTriedAgain() throws InterruptedException {
    String article = publish("甲", "正文。");
    WatchedIndex engine = engine(folder("thread-away"));
    engine.away = true;
    SearchFeeder feeder = node(engine);
    await(feeder::failing);
    assertThat(feeder.served()).isEmpty();
    long began = System.nanoTime();
    assertThat(feeder.catchUp(LONG)).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONG.dividedBy(2));
    CurrentIndex searched = new CurrentIndex(feeder, dependencies);
    assertThatThrownBy(() -> searched.search(IndexGeneration::size))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(ProblemCode.SEARCH_UNAVAILABLE));
    engine.away = false;
    await(() -> feeder.served().isPresent());
    assertThat(feeder.catchUp(LONG)).isTrue();
    assertThat(found(feeder.served().orElseThrow(), "正文")).isEqualTo(List.of(article));
    assertThat(feeder.failing()).isFalse();
    assertThat(searched.<Long>search(IndexGeneration::size)).isEqualTo(1);
    feeder.onStop(null);
  }

  @Test
  void whereItIsNotServedNothingIsOpened() throws InterruptedException {
    WatchedIndex engine = engine(folder("command"));
    SearchFeeder feeder = new SearchFeeder(engine, texts, tailer, true, false);
    feeder.onStart(null);
    assertThat(feeder.catchUp(LONG)).isFalse();
    assertThat(feeder.served()).isEqualTo(Optional.empty());
    feeder.onStop(null);
    assertThat(engine.names()).isEmpty();
  }
}
