package org.yujian.shared.edge;

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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.yujian.shared.edge.AdmissionQueue.Limits;
import org.yujian.shared.order.Stations;
import org.yujian.shared.problem.ProblemCode;

/**
 * Schedules requests onto worker threads with bounded queues for reads, long reads and writes, and
 * sheds load with 503 when a queue is full. So accepted requests keep their latency, and no kind of
 * work blocks the others, health or metrics. Live hints hold no thread once they have begun.
 */
@Singleton
class LoadShedder {

  private static final long LONG_NANOS = millis(20);

  /** A kind of work, with its queue. */
  private record Kind(RequestQueue line, long patienceNanos, Counter shed) {}

  private final Kind reads;
  private final Kind longReads;
  private final Kind longDeskReads;
  private final Kind writes;
  private final AtomicBoolean looking = new AtomicBoolean();

  @Inject
  LoadShedder(
      @ConfigProperty(name = "quarkus.thread-pool.max-threads") int threads,
      MeterRegistry registry) {
    int cores = Runtime.getRuntime().availableProcessors();
    // With 16 threads: 5, 2, 2 and 5. Two remain for the management port and scheduled work.
    int reading = Math.max(1, threads * 5 / 16);
    int readingLong = Math.max(1, threads * 2 / 16);
    int writing = Math.max(1, threads * 5 / 16);
    // A full queue is some hundredths of a second of uncached lists on two cores.
    reads = kind("read", 1, new Limits(cores, reading, 16, 64, millis(5), LONG_NANOS), registry);
    // The readers of one good page cause this many short searches at once; that is no overload.
    // Short ones share half of the cores, so that lists and articles continue beside them. A long
    // one works mostly in PostgreSQL, which uses a core too, so it keeps its slot for longer.
    Limits half =
        new Limits(Math.max(1, cores / 2), readingLong, 16, 48, millis(200), 5 * LONG_NANOS);
    longReads = kind("long-read", 1, half, registry);
    longDeskReads = kind("long-desk-read", 1, half, registry);
    // A write waits for the disk half of its time, and a refused one has to be repeated by hand.
    writes =
        kind(
            "write",
            5,
            new Limits(2 * cores, writing, 64, 192, millis(2_000), LONG_NANOS),
            registry);
  }

  private static long millis(int millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private static Kind kind(String name, int patience, Limits limits, MeterRegistry registry) {
    // Quarkus creates filters before it creates the threads.
    RequestQueue line =
        Boolean.getBoolean("bench.bounded-executors")
            ? new BoundedExecutors(
                name, limits.places(), name.equals("write") ? 64 : 32)
            : new AdmissionQueue(
                work -> ExecutorRecorder.getCurrent().execute(work), limits, System::nanoTime);
    Gauge.builder("yujian.workers.waiting", line, RequestQueue::length)
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
  void line(ResteasyReactiveContainerRequestContext context, HttpServerRequest request) {
    if (!BlockingOperationControl.isBlockingAllowed()) {
      await(kind(request), context);
    }
  }

  /** Throws {@code overloaded} before anything is read, so that refusing costs little. */
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
          try {
            kind.line()
                .execute(
                    () -> {
                      if (System.nanoTime() - since > kind.patienceNanos()) {
                        kind.shed().increment();
                        request.handleException(ProblemCode.OVERLOADED.problem());
                      }
                      work.run();
                    });
          } catch (RejectedExecutionException full) {
            kind.shed().increment();
            request.handleException(ProblemCode.OVERLOADED.problem());
            work.run();
          }
          lookLater(vertx);
        });
  }

  private Kind kind(HttpServerRequest request) {
    boolean read = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    return read ? reads : writes;
  }

  /** Checks the queues by timer while anything waits, even when no new request arrives. */
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
