package org.yujian.cache;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Coalesces requests on the event loop, for {@link EventLoopCache}. When a cached response is
 * outdated or not compressed yet, the first request for its address continues and computes it. The
 * others wait without a thread and without a slot in a queue. Otherwise a thousand readers of one
 * page would be refused for a short time after each change.
 */
@Singleton
class RequestCoalescing {

  /** Longest total wait of a request; afterwards it computes the response itself. */
  private static final long PATIENCE_MILLIS = 2_000;

  /** Context key of the time at which the request began to wait. */
  private static final String SINCE = RequestCoalescing.class.getName();

  private final Map<String, Waiting> addresses = new ConcurrentHashMap<>();
  private final AtomicInteger size = new AtomicInteger();

  @Inject
  RequestCoalescing(MeterRegistry registry) {
    Gauge.builder("yujian.remembered.waiting", size, AtomicInteger::get)
        .description("Requests that wait for an answer that another one is making anew")
        .register(registry);
  }

  /** Waiting requests; written only inside {@code compute} of their address. */
  private static final class Waiting {
    private final List<Runnable> requests = new ArrayList<>();
  }

  /**
   * Whether the request waits. {@code again} runs later on its event loop, and may wait again when
   * the first request left nothing that it can use.
   */
  boolean waits(RoutingContext context, Runnable again) {
    Long since = context.get(SINCE);
    if (since != null
        && System.nanoTime() - since > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS)) {
      return false;
    }
    String address = context.request().uri();
    Waiting mine = new Waiting();
    Waiting waiting =
        addresses.compute(
            address,
            (key, others) -> {
              if (others == null) {
                return mine;
              }
              others.requests.add(later(context, again));
              return others;
            });
    if (waiting != mine) {
      size.incrementAndGet();
      return true;
    }
    long timer = context.vertx().setTimer(PATIENCE_MILLIS, late -> release(address, mine));
    context.addEndHandler(
        end -> {
          context.vertx().cancelTimer(timer);
          release(address, mine);
        });
    return false;
  }

  private static Runnable later(RoutingContext context, Runnable again) {
    if (context.get(SINCE) == null) {
      context.put(SINCE, System.nanoTime());
    }
    return () ->
        ((HttpServerRequestInternal) context.request())
            .context()
            .runOnContext(
                now -> {
                  if (!context.response().closed()) {
                    again.run();
                  }
                });
  }

  private void release(String address, Waiting mine) {
    // Once removed, the list gets no new entries.
    if (addresses.remove(address, mine)) {
      size.addAndGet(-mine.requests.size());
      mine.requests.forEach(Runnable::run);
    }
  }
}
