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
import jakarta.inject.Inject;
import java.util.List;
import org.yujian.shared.web.Condition;

/**
 * Answers plain public reads from memory on the event loop, before JAX-RS and without a change of
 * thread, which costs several times more than the answer. Serves only bytes that a resource made
 * for the same address; whatever asks for more than those (a key, a page, another type) goes on.
 */
@ApplicationScoped
class HotReads {

  /** After the request has its name, before all that reads, limits or authenticates. */
  private static final int EARLY = 9_000;

  /** Where the HTTP metrics look for the path with its parameters' names. */
  static final String TEMPLATE = "UrlPathTemplate";

  @Inject RememberedAnswers answers;
  @Inject Coalescing coalescing;
  @Inject RememberedMeters meters;

  void install(@Observes Filters filters) {
    filters.register(this::answer, EARLY);
  }

  private void answer(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!isPlain(request)) {
      context.next();
      return;
    }
    RememberedAnswer found = answers.hot(request.uri()).orElse(null);
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
      // No work for the event loop, and none to be done twice.
      goOn(context, true);
      return;
    }
    meters.hot();
    ((HttpServerRequestInternal) request).context().putLocal(TEMPLATE, found.template());
    send(found, Condition.of(found.body(), acceptEncoding, ifNoneMatch), context.response());
  }

  /**
   * To where the answer is made, or compressed.
   *
   * @param together whether what one gets is there for the others too
   */
  private void goOn(RoutingContext context, boolean together) {
    if (!together || !coalescing.waits(context, () -> answer(context))) {
      context.next();
    }
  }

  private static void send(
      RememberedAnswer found, Condition condition, HttpServerResponse response) {
    found.headers().forEach((name, values) -> response.putHeader(name, values));
    response.headers().add("Vary", Condition.VARY);
    response.putHeader("ETag", condition.tag());
    if (condition.known()) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader("Content-Type", found.contentType());
    if (condition.gzip()) {
      response.putHeader("Content-Encoding", "gzip");
    }
    response.end(Buffer.buffer(condition.bytes(found.body())));
  }

  /** Nothing but an address and conditions: keys are looked at where they are needed. */
  private static boolean isPlain(HttpServerRequest request) {
    return request.method() == HttpMethod.GET
        && !request.headers().contains("Authorization")
        && !request.headers().contains("Content-Length")
        && !request.headers().contains("Transfer-Encoding");
  }

  private static boolean accepts(HttpServerRequest request, RememberedAnswer found) {
    String accept = request.getHeader("Accept");
    return accept == null
        || (accept.contains("*/*") || accept.contains(found.plainType()))
            && !accept.contains("q=0")
            && request.headers().getAll("Accept").size() == 1;
  }
}
