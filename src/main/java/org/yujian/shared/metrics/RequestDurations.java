package org.yujian.shared.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Histograms of request times by kind of work; one per route would be too many for Prometheus. */
@Singleton
public class RequestDurations {
  private static final String EVENTS = "/v1/events";
  private static final String IMPORTS = "/v1/desk/imports";

  /** From cached responses to requests that hang. */
  private static final Duration[] BUCKETS = {
    Duration.ofNanos(250_000),
    Duration.ofMillis(1),
    Duration.ofNanos(2_500_000),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10)
  };

  private final Timer reads;
  private final Timer writes;
  private final Timer imports;

  @Inject
  RequestDurations(MeterRegistry registry) {
    reads = timer("read", registry);
    writes = timer("write", registry);
    imports = timer("import", registry);
  }

  private static Timer timer(String work, MeterRegistry registry) {
    return Timer.builder("yujian.requests")
        .description("How long requests take, by kind of work; without the streams of hints")
        .tag("work", work)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }

  /** Called by the first filter; measures until the end of the response. */
  public void begin(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (EVENTS.equals(request.path())) {
      // A stream lasts as long as its client wants.
      return;
    }
    long since = System.nanoTime();
    Timer timer = timer(request);
    context.addEndHandler(end -> timer.record(System.nanoTime() - since, TimeUnit.NANOSECONDS));
  }

  private Timer timer(HttpServerRequest request) {
    HttpMethod method = request.method();
    if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
      return reads;
    }
    return IMPORTS.equals(request.path()) ? imports : writes;
  }
}
