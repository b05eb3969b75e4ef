package org.yujian.search;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.yujian.shared.problem.ProblemCode;

/**
 * How many searches run at once on a node: a part of the worker threads and of the pool, so that
 * the costliest questions leave lists and articles their latency. The others wait in a line, which
 * holds no thread; who finds it full, or waits too long, is told to come again.
 */
@Singleton
class SearchLine {

  /** Of 8 worker threads and 16 connections. */
  static final int PLACES = 3;

  /** So many short searches at once are a good page's readers, not an overload. */
  static final int WAITING = 48;

  private static final long PATIENCE_MILLIS = 1_000;

  /** Before the line for worker threads, which is held as short as it can be. */
  private static final int ON_EVENT_LOOP = 3_900;

  private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
  private final Counter shed;
  private int taken;

  @Inject
  SearchLine(MeterRegistry registry) {
    Gauge.builder("yujian.searches.in.line", this, SearchLine::length)
        .description("Searches that wait until others end")
        .register(registry);
    shed =
        Counter.builder("yujian.searches.shed")
            .description("Searches refused with 503 because too many ran")
            .register(registry);
  }

  /**
   * Lets a request go on when it has a place.
   *
   * @throws org.yujian.shared.problem.Problem {@code overloaded}
   */
  @InLine
  @ServerRequestFilter(nonBlocking = true, priority = ON_EVENT_LOOP)
  Uni<Void> await(RoutingContext request) {
    CompletableFuture<Void> turn = begin();
    // Also when the client goes away, or a later filter refuses.
    request.addEndHandler(ended -> end(turn));
    if (turn.isDone()) {
      return Uni.createFrom().completionStage(turn);
    }
    Context own = Vertx.currentContext();
    long patience = own.owner().setTimer(PATIENCE_MILLIS, late -> refuse(turn));
    return Uni.createFrom()
        .completionStage(turn)
        .onTermination()
        .invoke(() -> own.owner().cancelTimer(patience))
        .emitOn(next -> own.runOnContext(now -> next.run()));
  }

  /** A place now, one that comes later, or {@code overloaded}. */
  synchronized CompletableFuture<Void> begin() {
    CompletableFuture<Void> turn = new CompletableFuture<>();
    if (taken < PLACES) {
      taken++;
      turn.complete(null);
    } else if (waiting.size() < WAITING) {
      waiting.add(turn);
    } else {
      refuse(turn);
    }
    return turn;
  }

  /** Gives the place to the next, or leaves the line. */
  void end(CompletableFuture<Void> turn) {
    CompletableFuture<Void> next = null;
    synchronized (this) {
      if (!waiting.remove(turn) && !turn.isCompletedExceptionally()) {
        next = waiting.poll();
        taken -= next == null ? 1 : 0;
      }
    }
    if (next != null && !next.complete(null)) {
      // It was refused at this very moment: the place goes on.
      end(CompletableFuture.completedFuture(null));
    }
  }

  /** Unless it has its place by now. */
  private void refuse(CompletableFuture<Void> turn) {
    if (turn.completeExceptionally(ProblemCode.OVERLOADED.problem())) {
      shed.increment();
      synchronized (this) {
        waiting.remove(turn);
      }
    }
  }

  synchronized int length() {
    return waiting.size();
  }
}
