package org.yujian.cache;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.yujian.change.Scope;
import org.yujian.shared.order.Stations;
import org.yujian.shared.web.PublicRead;
import org.yujian.shared.web.ReaderCookie;
import org.yujian.shared.web.Representation;
import org.yujian.shared.web.WeChatBrowser;

/** JAX-RS filters that serve public reads from the cache, or cache what their methods return. */
class ResponseCacheFilter {

  private static final String MAKING = Making.class.getName();

  /** Enough for a batch of fifty ids with escaped commas. */
  private static final int LONGEST_KEY = 2_100;

  private final ResponseCache answers;
  private final RequestCoalescing coalescing;
  private final ResponseScopes noted;
  private final CurrentVertxRequest current;

  ResponseCacheFilter(
      ResponseCache answers,
      RequestCoalescing coalescing,
      ResponseScopes noted,
      CurrentVertxRequest current) {
    this.answers = answers;
    this.coalescing = coalescing;
    this.noted = noted;
    this.current = current;
  }

  /** A cached response, which ends the request, or null to continue. */
  @PublicRead
  @ServerRequestFilter(priority = Stations.CACHE_LOOKUP)
  Response recall(ContainerRequestContext request, ResourceInfo resource) {
    boolean cached = resource.getResourceMethod().getAnnotation(PublicRead.class).cached();
    HttpServerRequest asked = current.getCurrent().request();
    if (!cached || !isPlain(asked.uri()) || isPersonal(asked, resource)) {
      return null;
    }
    String key = key(asked.uri(), request, resource);
    if (key.length() > LONGEST_KEY) {
      return null;
    }
    Making making = answers.begin(key);
    return answers
        .find(key)
        .or(() -> coalescing.await(making).flatMap(answers::ifShared))
        .map(CachedResponse::response)
        .orElseGet(
            () -> {
              request.setProperty(MAKING, making);
              return null;
            });
  }

  @PublicRead
  @ServerResponseFilter(priority = Stations.CACHE_STORE)
  void store(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == 200 && noted.changesByClock() && !isForbidden(response)) {
      response.getHeaders().putSingle("Cache-Control", "no-cache");
    }
    if (!(request.getProperty(MAKING) instanceof Making making)) {
      return;
    }
    CachedResponse made = cacheable(making, response);
    if (made != null) {
      answers.made(making.key(), made);
    } else if (response.getStatus() == 404 || response.getStatus() == 410) {
      answers.gone(making.key());
    }
    coalescing.end(making, made);
    if (response.getStatus() == 503) {
      answers.ifCutOff(making.key()).ifPresent(last -> last.replace(response));
    }
  }

  private static boolean isForbidden(ContainerResponseContext response) {
    return "no-store".equals(response.getHeaderString("Cache-Control"));
  }

  /** Null when the response must not be reused, or when its scopes are not known. */
  private CachedResponse cacheable(Making making, ContainerResponseContext response) {
    List<Scope> scopes = noted.copy();
    return response.getStatus() == 200
            && !noted.changesByClock()
            && response.getEntity() instanceof Representation body
            && !scopes.isEmpty()
        ? new CachedResponse(
            body,
            response.getMediaType().toString(),
            headers(response),
            template(),
            making.position(),
            scopes)
        : null;
  }

  private static Map<String, List<String>> headers(ContainerResponseContext response) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    response
        .getHeaders()
        .forEach((name, values) -> kept.put(name, values.stream().map(String::valueOf).toList()));
    kept.remove("Content-Type");
    return kept;
  }

  private static String template() {
    return Vertx.currentContext().getLocal(EventLoopCache.TEMPLATE);
  }

  /** Whether the router used this path: for {@code /v1/articles#/../tags} tags are served. */
  private boolean isPlain(String uri) {
    int query = uri.indexOf('?');
    String path = query < 0 ? uri : uri.substring(0, query);
    return path.equals(current.getCurrent().normalizedPath()) && uri.indexOf('#') < 0;
  }

  /** A page that shows its reader's own state is not for others. */
  private static boolean isPersonal(HttpServerRequest asked, ResourceInfo resource) {
    return resource.getResourceMethod().getAnnotation(PublicRead.class).byReader()
        && ReaderCookie.isSent(asked);
  }

  /** The address as sent, because links repeat it; for pages also the headers they depend on. */
  private static String key(
      String address, ContainerRequestContext request, ResourceInfo resource) {
    Produces produces = resource.getResourceMethod().getAnnotation(Produces.class);
    boolean page = produces != null && produces.value()[0].startsWith(MediaType.TEXT_HTML);
    if (!page) {
      return address;
    }
    boolean byBrowser = resource.getResourceMethod().getAnnotation(PublicRead.class).byBrowser();
    return String.join(
        "\n",
        address,
        request.getHeaderString("Accept"),
        request.getHeaderString("Accept-Language"),
        byBrowser && WeChatBrowser.is(request.getHeaderString("User-Agent")) ? "WeChat" : "");
  }
}
