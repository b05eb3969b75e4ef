package org.yujian.shared.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.yujian.shared.problem.ProblemCode;

/**
 * Refuses work while too much waits for a worker thread, so that what is accepted keeps its
 * latency, and health and metrics, which wait in the same queue, still answer. What memory answers
 * on the event loop never comes here; who writes may still enter when readers may not. Live hints
 * hold no worker once they have begun.
 */
@Singleton
class Workers {

  /** About a tenth of a second of cold reads on two cores. */
  private static final int WAITING_READS = 64;

  /** A write is worth more: somebody would have to repeat it by hand. */
  private static final int WAITING_WRITES = 192;

  /** Before the filters that block; what answers from memory stands before. */
  private static final int LAST_ON_EVENT_LOOP = 4_000;

  private static final int FIRST_ON_WORKER = 4_001;

  private final AtomicInteger waiting = new AtomicInteger();
  private final Counter shed;

  @Inject
  Workers(MeterRegistry registry) {
    Gauge.builder("yujian.workers.waiting", waiting, AtomicInteger::get)
        .description("Requests that wait for a worker thread")
        .register(registry);
    shed =
        Counter.builder("yujian.requests.shed")
            .description("Requests refused with 503 because too many waited")
            .register(registry);
  }

  /** On the event loop, at last: the next step waits for a worker. */
  @ServerRequestFilter(nonBlocking = true, priority = LAST_ON_EVENT_LOOP)
  void line(HttpServerRequest request) {
    admit(request);
    waiting.incrementAndGet();
  }

  @ServerRequestFilter(priority = FIRST_ON_WORKER)
  void begin() {
    waiting.decrementAndGet();
  }

  /**
   * @throws org.yujian.shared.problem.Problem {@code overloaded}
   */
  void admit(HttpServerRequest request) {
    if (waiting.get() >= (isRead(request) ? WAITING_READS : WAITING_WRITES)) {
      shed.increment();
      throw ProblemCode.OVERLOADED.problem();
    }
  }

  static boolean isRead(HttpServerRequest request) {
    return request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
  }
}
