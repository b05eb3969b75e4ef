package org.yujian.cache;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
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
import org.yujian.cache.RememberedAnswers.Making;
import org.yujian.change.Scope;
import org.yujian.shared.web.PublicRead;
import org.yujian.shared.web.Representation;
import org.yujian.shared.web.WeChatBrowser;

/** Answers public reads from memory, or remembers what their methods answer. */
class Remembering {

  /** After the entity has become bytes, before they are compared with what the client has. */
  private static final int BYTES_ARE_MADE = 1_500;

  private static final String MAKING = Making.class.getName();

  /** A batch of fifty ids, its commas escaped. */
  private static final int LONGEST_KEY = 2_100;

  @Inject RememberedAnswers answers;
  @Inject NotedScopes noted;
  @Inject CurrentVertxRequest current;

  /** A response ends the request here; null lets it go on. */
  @PublicRead
  @ServerRequestFilter
  Response recall(ContainerRequestContext request, ResourceInfo resource) {
    boolean remembered = resource.getResourceMethod().getAnnotation(PublicRead.class).remembered();
    HttpServerRequest asked = current.getCurrent().request();
    if (!remembered || !isPlain(asked.uri())) {
      return null;
    }
    String key = key(asked.uri(), request, resource);
    if (key.length() > LONGEST_KEY) {
      return null;
    }
    Making making = answers.begin(key);
    return answers
        .find(key)
        .or(() -> answers.await(making))
        .map(RememberedAnswer::response)
        .orElseGet(
            () -> {
              request.setProperty(MAKING, making);
              return null;
            });
  }

  @PublicRead
  @ServerResponseFilter(priority = BYTES_ARE_MADE)
  void remember(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == 200 && noted.changesByClock()) {
      response.getHeaders().putSingle("Cache-Control", "no-cache");
    }
    if (!(request.getProperty(MAKING) instanceof Making making)) {
      return;
    }
    List<Scope> scopes = noted.copy();
    if (response.getStatus() == 200
        && !noted.changesByClock()
        && response.getEntity() instanceof Representation body
        && !scopes.isEmpty()) {
      answers.made(
          making,
          new RememberedAnswer(
              body,
              response.getMediaType().toString(),
              headers(response),
              template(),
              making.moment(),
              scopes));
    } else if (response.getStatus() == 404 || response.getStatus() == 410) {
      answers.gone(making);
    } else {
      answers.failed(making);
      if (response.getStatus() == 503) {
        answers.ifCutOff(making.key()).ifPresent(last -> last.replace(response));
      }
    }
  }

  private static Map<String, List<String>> headers(ContainerResponseContext response) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    response
        .getHeaders()
        .forEach((name, values) -> kept.put(name, values.stream().map(String::valueOf).toList()));
    kept.remove("Content-Type");
    return kept;
  }

  /** The path with its parameters' names, as the HTTP metrics know it. */
  private static String template() {
    return Vertx.currentContext().getLocal(HotReads.TEMPLATE);
  }

  /**
   * Whether the router has read the address as it stands: {@code /v1/articles#/../tags} is the tags
   * for it, and must not be remembered as anything else.
   */
  private boolean isPlain(String uri) {
    int query = uri.indexOf('?');
    String path = query < 0 ? uri : uri.substring(0, query);
    return path.equals(current.getCurrent().normalizedPath()) && uri.indexOf('#') < 0;
  }

  /**
   * The address as it came, for the answer's links repeat it; for pages also what was asked for.
   */
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
