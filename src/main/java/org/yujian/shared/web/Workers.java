package org.yujian.shared.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.runtime.ExecutorRecorder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.web.Line.Limits;

/**
 * Lets reads, long reads and writes wait in lines of their own for a few worker threads, and
 * refuses whom too many wait before, so that what is accepted keeps its latency and none stops the
 * others, nor health and metrics. What memory answers on the event loop never comes here. Live
 * hints hold no thread once they have begun.
 */
@Singleton
class Workers {

  /** Before the filters that block; what answers from memory stands before. */
  private static final int LAST_ON_EVENT_LOOP = 4_000;

  private static final int BEFORE_IT = 3_900;

  private static final long LONG_NANOS = millis(20);

  /** What goes through one line. */
  private record Kind(Line line, long patienceNanos, Counter shed) {}

  private final Kind reads;
  private final Kind longReads;
  private final Kind longDeskReads;
  private final Kind writes;
  private final AtomicBoolean looking = new AtomicBoolean();

  @Inject
  Workers(
      @ConfigProperty(name = "quarkus.thread-pool.max-threads") int threads,
      MeterRegistry registry) {
    int cores = Runtime.getRuntime().availableProcessors();
    // Of 16 threads 5, 2, 2 and 5. Two are left for the management port and what begins by itself.
    int reading = Math.max(1, threads * 5 / 16);
    int readingLong = Math.max(1, threads * 2 / 16);
    int writing = Math.max(1, threads * 5 / 16);
    // Some hundredths of a second of cold lists on two cores.
    reads = kind("read", 1, new Limits(cores, reading, 16, 64, millis(5), LONG_NANOS), registry);
    // So many short searches at once are a good page's readers, not an overload. While they are
    // short, half of the cores is theirs: lists and articles go on beside them. A long one works
    // in PostgreSQL for most of its time, on a core too, and keeps its place for longer.
    Limits half =
        new Limits(Math.max(1, cores / 2), readingLong, 16, 48, millis(200), 5 * LONG_NANOS);
    longReads = kind("long-read", 1, half, registry);
    longDeskReads = kind("long-desk-read", 1, half, registry);
    // Half of a write is waiting for the disk; and a refused one has to be repeated by hand.
    writes =
        kind(
            "write",
            10,
            new Limits(2 * cores, writing, 64, 192, millis(2_000), LONG_NANOS),
            registry);
  }

  private static long millis(int millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private static Kind kind(String name, int patience, Limits limits, MeterRegistry registry) {
    // Quarkus makes filters before it makes the threads.
    Line line =
        new Line(work -> ExecutorRecorder.getCurrent().execute(work), limits, System::nanoTime);
    Gauge.builder("yujian.workers.waiting", line, Line::length)
        .description("Requests that wait for a worker thread")
        .tag("work", name)
        .register(registry);
    Counter shed =
        Counter.builder("yujian.requests.shed")
            .description("Requests refused with 503 because too many waited, or they for too long")
            .tag("work", name)
            .register(registry);
    return new Kind(line, TimeUnit.SECONDS.toNanos(patience), shed);
  }

  /** All that follows runs in a worker thread. */
  @LongRead
  @ServerRequestFilter(nonBlocking = true, priority = BEFORE_IT)
  void longRead(ResteasyReactiveContainerRequestContext context) {
    await(longReads, context);
  }

  @LongDeskRead
  @ServerRequestFilter(nonBlocking = true, priority = BEFORE_IT)
  void longDeskRead(ResteasyReactiveContainerRequestContext context) {
    await(longDeskReads, context);
  }

  /** The same for the others, at last. */
  @ServerRequestFilter(nonBlocking = true, priority = LAST_ON_EVENT_LOOP)
  void line(ResteasyReactiveContainerRequestContext context, HttpServerRequest request) {
    if (!BlockingOperationControl.isBlockingAllowed()) {
      await(kind(request), context);
    }
  }

  /**
   * Before anything is read or looked up: refusing has to cost little.
   *
   * @throws org.yujian.shared.problem.Problem {@code overloaded}
   */
  void admit(HttpServerRequest request) {
    admit(kind(request));
  }

  private static void admit(Kind kind) {
    if (kind.line().full()) {
      kind.shed().increment();
      throw ProblemCode.OVERLOADED.problem();
    }
  }

  private void await(Kind kind, ResteasyReactiveContainerRequestContext context) {
    admit(kind);
    ResteasyReactiveRequestContext request =
        (ResteasyReactiveRequestContext) context.getServerRequestContext();
    long since = System.nanoTime();
    Vertx vertx = Vertx.currentContext().owner();
    request.suspend();
    request.resume(
        work -> {
          kind.line()
              .execute(
                  () -> {
                    if (System.nanoTime() - since > kind.patienceNanos()) {
                      kind.shed().increment();
                      request.handleException(ProblemCode.OVERLOADED.problem());
                    }
                    work.run();
                  });
          lookLater(vertx);
        });
  }

  private Kind kind(HttpServerRequest request) {
    boolean read = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    return read ? reads : writes;
  }

  /** As long as somebody waits, also when nobody comes any more. */
  private void lookLater(Vertx vertx) {
    List<Kind> kinds = List.of(reads, longReads, longDeskReads, writes);
    if (kinds.stream().anyMatch(kind -> kind.line().length() > 0)
        && looking.compareAndSet(false, true)) {
      vertx.setTimer(
          TimeUnit.NANOSECONDS.toMillis(LONG_NANOS),
          now -> {
            looking.set(false);
            kinds.forEach(kind -> kind.line().look());
            lookLater(vertx);
          });
    }
  }
}
