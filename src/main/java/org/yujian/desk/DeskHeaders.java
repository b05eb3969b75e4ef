package org.yujian.desk;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.yujian.shared.order.Stations;

/**
 * Headers of everything at {@code /desk}, which no cache may store and no other site may frame. A
 * page that needs a session leads to signing in and back.
 */
class DeskHeaders {

  private static final int UNAUTHORIZED = 401;
  private static final int SEE_OTHER = 303;
  private static final Set<HttpMethod> OF_PAGES = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private static final List<String> OF_PROBLEM =
      List.of(
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.CONTENT_LANGUAGE,
          HttpHeaders.VARY,
          HttpHeaders.WWW_AUTHENTICATE);

  @ServerResponseFilter(priority = Stations.HEADERS)
  void protect(ContainerResponseContext response, RoutingContext context) {
    if (!LocalPath.isOfDesk(context.normalizedPath())) {
      return;
    }
    HttpServerRequest request = context.request();
    if (response.getStatus() == UNAUTHORIZED && OF_PAGES.contains(request.method())) {
      response.setStatus(SEE_OTHER);
      response.setEntity(null);
      OF_PROBLEM.forEach(response.getHeaders()::remove);
      response.getHeaders().putSingle(HttpHeaders.LOCATION, LocalPath.of(request).signIn());
    }
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle("X-Frame-Options", "DENY");
    // Browsers name the page that sends a request only where the policy lets them.
    headers.putSingle("Referrer-Policy", "same-origin");
    headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
