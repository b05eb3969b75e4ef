package org.yujian.cache;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets one request compute a response that several want at the same time; the others wait, for two
 * seconds at most. {@link EventLoopCache} keeps them waiting without a thread or a slot in a queue,
 * so that a thousand readers of one page are not refused after each change. {@link
 * ResponseCacheFilter} blocks their worker threads: only there is it known that an address without
 * a cached response is a public read.
 */
@Singleton
class RequestCoalescing {

  /** After this total wait, a request computes the response itself. */
  private static final long PATIENCE_MILLIS = 2_000;

  /** Context key of the time at which the request began to wait. */
  private static final String SINCE = RequestCoalescing.class.getName();

  /**
   * Key: an address on the event loop, a {@link Making} on a worker thread. They differ because a
   * worker thread must not wait for a request that needs a worker thread.
   */
  private final Map<Object, CompletableFuture<CachedResponse>> computations =
      new ConcurrentHashMap<>();

  private final AtomicInteger waiting = new AtomicInteger();

  @Inject
  RequestCoalescing(MeterRegistry registry) {
    Gauge.builder("yujian.response.cache.waiting", waiting, AtomicInteger::get)
        .description("Requests that wait for a response that another one computes")
        .register(registry);
  }

  /**
   * Whether the request now waits for another one with its address. {@code again} runs later on the
   * event loop of this request, and may wait again if there is no usable result.
   */
  boolean waits(RoutingContext context, Runnable again) {
    Long since = context.get(SINCE);
    if (since != null
        && System.nanoTime() - since > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS)) {
      return false;
    }
    String address = context.request().uri();
    Optional<CompletableFuture<CachedResponse>> other = join(address);
    if (other.isPresent()) {
      if (since == null) {
        context.put(SINCE, System.nanoTime());
      }
      other.get().whenComplete((made, failure) -> later(context, again));
      return true;
    }
    long timer = context.vertx().setTimer(PATIENCE_MILLIS, late -> end(address, null));
    context.addEndHandler(
        end -> {
          if (context.vertx().cancelTimer(timer)) {
            end(address, null);
          }
        });
    return false;
  }

  private void later(RoutingContext context, Runnable again) {
    waiting.decrementAndGet();
    ((HttpServerRequestInternal) context.request())
        .context()
        .runOnContext(
            now -> {
              if (!context.response().closed()) {
                again.run();
              }
            });
  }

  /** Waits for an equal computation. When empty, the caller computes and must call {@link #end}. */
  Optional<CachedResponse> await(Making wanted) {
    return join(wanted)
        .flatMap(
            other -> {
              try {
                return Optional.ofNullable(other.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
              } catch (ExecutionException | TimeoutException alone) {
                return Optional.empty();
              } finally {
                waiting.decrementAndGet();
              }
            });
  }

  /** The computation to wait for; empty for the first request, which becomes that computation. */
  private Optional<CompletableFuture<CachedResponse>> join(Object wanted) {
    Optional<CompletableFuture<CachedResponse>> other =
        Optional.ofNullable(computations.putIfAbsent(wanted, new CompletableFuture<>()));
    other.ifPresent(computation -> waiting.incrementAndGet());
    return other;
  }

  /** Releases the waiting requests; {@code made} is null when no result can be shared. */
  void end(Object wanted, CachedResponse made) {
    CompletableFuture<CachedResponse> computation = computations.remove(wanted);
    if (computation != null) {
      computation.complete(made);
    }
  }
}
