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
 * Request coalescing on the event loop: of all who ask for an address whose answer has just become
 * outdated, or is not compressed yet, the first goes on and makes it. The others wait for that
 * without a thread and without a place in the lines: else a thousand readers of one page would be
 * refused for a moment each time that it changes.
 */
@Singleton
class Coalescing {

  /** Longer than this nobody waits for another, and afterwards for nobody. */
  private static final long PATIENCE_MILLIS = 2_000;

  /** When a request began to wait. */
  private static final String SINCE = Coalescing.class.getName();

  private final Map<String, Waiting> addresses = new ConcurrentHashMap<>();
  private final AtomicInteger size = new AtomicInteger();

  @Inject
  Coalescing(MeterRegistry registry) {
    Gauge.builder("yujian.remembered.waiting", size, AtomicInteger::get)
        .description("Requests that wait for an answer that another one is making anew")
        .register(registry);
  }

  /** Those who wait for one making; written only while their address is computed. */
  private static final class Waiting {
    private final List<Runnable> requests = new ArrayList<>();
  }

  /**
   * Whether the request waits.
   *
   * @param again what is done with it later, on its own event loop; it may wait again when the
   *     first one left nothing that it could have
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
    // Afterwards nobody comes to it any more.
    if (addresses.remove(address, mine)) {
      size.addAndGet(-mine.requests.size());
      mine.requests.forEach(Runnable::run);
    }
  }
}
