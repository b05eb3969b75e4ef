package org.yujian.shared.edge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.BlockingOperationControl;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.yujian.shared.order.Stations;
import org.yujian.shared.problem.ProblemCode;

/**
 * Schedules requests onto worker threads with bounded queues for reads, long reads and writes, and
 * sheds load with 503 when a queue is full. So accepted requests keep their latency, and no kind of
 * work blocks the others, health or metrics. Live hints hold no thread once they have begun.
 */
@Singleton
class LoadShedder {

  /** A kind of work, with its threads and the longest time that a request may wait for one. */
  private record Kind(BoundedExecutor workers, long patienceNanos, Counter shed) {}

  private final MeterRegistry registry;
  private final Kind reads;
  private final Kind longReads;
  private final Kind longDeskReads;
  private final Kind writes;

  @Inject
  LoadShedder(
      @ConfigProperty(name = "quarkus.thread-pool.max-threads") int most, MeterRegistry registry) {
    this.registry = registry;
    int cores = Runtime.getRuntime().availableProcessors();
    // More threads would only compete with each other and with the event loops; the one above the
    // number of cores goes on while a read waits for the disk or a lock.
    reads = kind("read", threads(cores + 1, most * 5 / 16), 64, 1);
    // They compute all the time, so one core is left to everything else. The readers of one good
    // page cause this many short searches at once; that is no overload.
    longReads = kind("long-read", threads(cores - 1, most * 2 / 16), 48, 1);
    longDeskReads = kind("long-desk-read", threads(cores, most * 2 / 16), 48, 1);
    // A write waits for the disk half of its time, and a refused one has to be repeated by hand.
    writes = kind("write", threads(2 * cores, most * 5 / 16), 64, 5);
  }

  private static int threads(int wanted, int most) {
    return Math.max(1, Math.min(wanted, most));
  }

  private Kind kind(String name, int threads, int waiting, int patienceSeconds) {
    BoundedExecutor workers = new BoundedExecutor(name, threads, waiting);
    Gauge.builder("yujian.workers.waiting", workers, BoundedExecutor::length)
        .description("Requests that wait for a worker thread")
        .tag("work", name)
        .register(registry);
    Counter shed =
        Counter.builder("yujian.requests.shed")
            .description("Requests refused with 503 because too many waited, or they for too long")
            .tag("work", name)
            .register(registry);
    return new Kind(workers, TimeUnit.SECONDS.toNanos(patienceSeconds), shed);
  }

  @PreDestroy
  void close() {
    List.of(reads, longReads, longDeskReads, writes).forEach(kind -> kind.workers().close());
  }

  /** Continues the request on a worker thread. */
  @LongRead
  @ServerRequestFilter(nonBlocking = true, priority = Stations.LONG_READ_QUEUE)
  void longRead(ResteasyReactiveContainerRequestContext context) {
    await(longReads, context);
  }

  @LongDeskRead
  @ServerRequestFilter(nonBlocking = true, priority = Stations.LONG_READ_QUEUE)
  void longDeskRead(ResteasyReactiveContainerRequestContext context) {
    await(longDeskReads, context);
  }

  /** Queues all other requests, unless they run on a worker thread already. */
  @ServerRequestFilter(nonBlocking = true, priority = Stations.QUEUE)
  void readOrWrite(ResteasyReactiveContainerRequestContext context, HttpServerRequest request) {
    if (!BlockingOperationControl.isBlockingAllowed()) {
      await(kind(request), context);
    }
  }

  /** Throws {@code overloaded} before anything is read, so that refusing costs little. */
  void admit(HttpServerRequest request) {
    admit(kind(request));
  }

  private static void admit(Kind kind) {
    if (kind.workers().full()) {
      kind.shed().increment();
      throw ProblemCode.OVERLOADED.problem();
    }
  }

  private static void await(Kind kind, ResteasyReactiveContainerRequestContext context) {
    admit(kind);
    ResteasyReactiveRequestContext request =
        (ResteasyReactiveRequestContext) context.getServerRequestContext();
    long since = System.nanoTime();
    request.suspend();
    request.resume(
        work -> {
          try {
            kind.workers().execute(() -> run(work, kind, since, request));
          } catch (RejectedExecutionException full) {
            // Another event loop took the last place after the check.
            shed(kind, request);
            work.run();
          }
        });
  }

  private static void run(
      Runnable work, Kind kind, long since, ResteasyReactiveRequestContext request) {
    if (System.nanoTime() - since > kind.patienceNanos()) {
      shed(kind, request);
    }
    work.run();
  }

  /** The request then continues with the problem document. */
  private static void shed(Kind kind, ResteasyReactiveRequestContext request) {
    kind.shed().increment();
    request.handleException(ProblemCode.OVERLOADED.problem());
  }

  private Kind kind(HttpServerRequest request) {
    boolean read = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    return read ? reads : writes;
  }
}
