package org.yujian.shared.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.regex.Pattern;
import org.yujian.shared.order.Stations;
import org.yujian.shared.problem.AllowedMethods;
import org.yujian.shared.settings.Settings;

/**
 * Lets scripts of other sites call the API (Fetch standard, CORS protocol), for the origins that
 * the operator names. Cookies are never allowed, so a script has the rights that it brings itself.
 * Requests of other origins are answered as ever, and their browser keeps the response from them.
 */
@ApplicationScoped
public class CrossOrigin {

  private static final String ANY = "*";
  private static final String SENT =
      "Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match,"
          + " X-Request-Id";
  private static final String EXPOSED =
      "Content-Disposition, ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After,"
          + " WWW-Authenticate, X-Request-Id";
  private static final String ONE_DAY_IN_SECONDS = "86400";

  private static final Pattern ORIGIN =
      Pattern.compile("https?://([a-z0-9.-]+|\\[[0-9a-f:]+\\])(:[0-9]{1,5})?");

  private final Set<String> origins;

  CrossOrigin(Settings settings) {
    origins = Set.copyOf(settings.corsOrigins().orElse(Set.of()));
  }

  /** Throws {@link IllegalArgumentException} for what no browser sends as an origin. */
  public static void check(Settings settings) {
    for (String origin : settings.corsOrigins().orElse(Set.of())) {
      if (!origin.equals(ANY) && !ORIGIN.matcher(origin).matches()) {
        throw new IllegalArgumentException(
            "yujian.cors-origins must be origins like https://example.org, separated by commas, or"
                + " *, but has: "
                + origin);
      }
    }
  }

  void install(@Observes Filters filters) {
    if (!origins.isEmpty()) {
      filters.register(this::allow, Stations.CROSS_ORIGIN);
    }
  }

  private void allow(RoutingContext context) {
    HttpServerRequest request = context.request();
    MultiMap response = context.response().headers();
    boolean any = origins.contains(ANY);
    if (!any) {
      response.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null || !any && !origins.contains(origin)) {
      context.next();
      return;
    }
    response.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, any ? ANY : origin);
    if (request.method() == HttpMethod.OPTIONS
        && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
      response
          .set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, AllowedMethods.at(request.path()))
          .set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, SENT)
          .set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, ONE_DAY_IN_SECONDS);
      context.response().setStatusCode(204).end();
      return;
    }
    response.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    context.next();
  }
}
