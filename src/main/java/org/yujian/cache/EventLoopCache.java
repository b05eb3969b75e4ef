package org.yujian.cache;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import org.yujian.shared.order.Stations;
import org.yujian.shared.web.Condition;
import org.yujian.shared.web.LastModified;

/**
 * Serves plain public reads from the cache on the event loop, before JAX-RS, because a change of
 * thread costs several times more than the response. Requests that need more than cached bytes
 * (with a key, for a page, for another type) continue to JAX-RS.
 */
@ApplicationScoped
class EventLoopCache {

  /** Context key under which the HTTP metrics expect the path template. */
  static final String TEMPLATE = "UrlPathTemplate";

  private final ResponseCache answers;
  private final RequestCoalescing coalescing;
  private final CacheMeters meters;
  private final Clock clock;

  EventLoopCache(
      ResponseCache answers, RequestCoalescing coalescing, CacheMeters meters, Clock clock) {
    this.answers = answers;
    this.coalescing = coalescing;
    this.meters = meters;
    this.clock = clock;
  }

  void install(@Observes Filters filters) {
    filters.register(this::answer, Stations.EVENT_LOOP_CACHE);
  }

  private void answer(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!isPlain(request)) {
      context.next();
      return;
    }
    CachedResponse found = answers.hot(request.uri()).orElse(null);
    if (found == null) {
      boolean changed =
          answers.outdated(request.uri()).filter(old -> accepts(request, old)).isPresent();
      goOn(context, changed);
      return;
    }
    if (!accepts(request, found)) {
      context.next();
      return;
    }
    List<String> acceptEncoding = request.headers().getAll(Condition.VARY);
    List<String> ifNoneMatch = request.headers().getAll("If-None-Match");
    if (Condition.compresses(found.body(), acceptEncoding, ifNoneMatch)) {
      // Compression must not block the event loop, nor be done twice.
      goOn(context, true);
      return;
    }
    meters.hot();
    ((HttpServerRequestInternal) request).context().putLocal(TEMPLATE, found.template());
    send(found, Condition.of(found.body(), acceptEncoding, ifNoneMatch), request);
  }

  private void goOn(RoutingContext context, boolean together) {
    if (!together || !coalescing.waits(context, () -> answer(context))) {
      context.next();
    }
  }

  private void send(CachedResponse found, Condition condition, HttpServerRequest request) {
    HttpServerResponse response = request.response();
    found.headers().forEach((name, values) -> response.putHeader(name, values));
    response.headers().add("Vary", Condition.VARY);
    response.putHeader("ETag", condition.tag());
    if (condition.known() || unmodified(request)) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader("Content-Type", found.contentType());
    if (condition.gzip()) {
      response.putHeader("Content-Encoding", "gzip");
    }
    response.end(Buffer.buffer(condition.bytes(found.body())));
  }

  /** Removes {@code Last-Modified} while it is no validator; true if the client repeats it. */
  private boolean unmodified(HttpServerRequest request) {
    String date = request.response().headers().get(LastModified.HEADER);
    if (date == null) {
      return false;
    }
    if (!LastModified.settled(date, clock.instant())) {
      request.response().headers().remove(LastModified.HEADER);
      return false;
    }
    return LastModified.known(
        date, request.headers().getAll("If-None-Match"), request.getHeader(LastModified.CONDITION));
  }

  /** Only plain GET requests qualify: no credentials and no body. */
  private static boolean isPlain(HttpServerRequest request) {
    return request.method() == HttpMethod.GET
        && !request.headers().contains("Authorization")
        && !request.headers().contains("Content-Length")
        && !request.headers().contains("Transfer-Encoding");
  }

  private static boolean accepts(HttpServerRequest request, CachedResponse found) {
    String accept = request.getHeader("Accept");
    return accept == null
        || (accept.contains("*/*") || accept.contains(found.plainType()))
            && !accept.contains("q=0")
            && request.headers().getAll("Accept").size() == 1;
  }
}
