package org.yujian.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.shared.problem.Problem;

/** Places and turns, without threads: a turn is done exactly when its place is there. */
class SearchLineTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final SearchLine line = new SearchLine(registry);

  @Test
  void whoWaitsGetsThePlaceOfWhoEnds() {
    List<CompletableFuture<Void>> running = begin(SearchLine.PLACES);
    CompletableFuture<Void> first = line.begin();
    CompletableFuture<Void> second = line.begin();
    assertThat(running).allMatch(CompletableFuture::isDone);
    assertThat(first).isNotDone();

    line.end(running.get(1));
    assertThat(first).isCompleted();
    assertThat(second).isNotDone();
    line.end(first);
    assertThat(second).isCompleted();
  }

  @Test
  void whoLeavesTheLineTakesNoPlace() {
    List<CompletableFuture<Void>> running = begin(SearchLine.PLACES);
    CompletableFuture<Void> gone = line.begin();
    CompletableFuture<Void> next = line.begin();
    line.end(gone);
    assertThat(line.length()).isEqualTo(1);
    line.end(running.get(0));
    assertThat(next).isCompleted();
    assertThat(gone).isNotDone();
  }

  @Test
  void aFullLineRefusesAndThenServesAgain() {
    List<CompletableFuture<Void>> running = begin(SearchLine.PLACES);
    List<CompletableFuture<Void>> waiting = begin(SearchLine.WAITING);
    CompletableFuture<Void> refused = line.begin();
    assertThatThrownBy(refused::join).hasRootCauseInstanceOf(Problem.class);
    assertThat(registry.counter("yujian.searches.shed").count()).isEqualTo(1);
    line.end(refused);

    running.forEach(line::end);
    waiting.forEach(line::end);
    assertThat(line.length()).isZero();
    assertThat(waiting).allMatch(turn -> turn.isDone() && !turn.isCompletedExceptionally());
    assertThat(begin(SearchLine.PLACES)).allMatch(CompletableFuture::isDone);
    assertThat(line.begin()).isNotDone();
  }

  private List<CompletableFuture<Void>> begin(int turns) {
    return new ArrayList<>(IntStream.range(0, turns).mapToObj(i -> line.begin()).toList());
  }
}
