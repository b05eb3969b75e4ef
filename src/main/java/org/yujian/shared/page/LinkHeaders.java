package org.yujian.shared.page;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Sets {@code Link: <…>; rel="next"} and {@code prev} beside the cursors of a list's body. */
class LinkHeaders {
  /** Filters of answers run from high to low: before the entity becomes bytes. */
  static final int BEFORE_BYTES = 8_000;

  @ServerResponseFilter(priority = BEFORE_BYTES)
  void link(HttpServerRequest request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Linked list) {
      add(request, response, list.next(), "next");
      add(request, response, list.prev(), "prev");
    }
  }

  /** The parameters as they came, and the cursor in place of the one that was asked with. */
  static String query(String asked, String cursor) {
    StringBuilder query = new StringBuilder();
    for (String parameter : asked == null ? new String[0] : asked.split("&")) {
      if (!parameter.isEmpty() && !name(parameter).equals("cursor")) {
        query.append(parameter).append('&');
      }
    }
    return query.append("cursor=").append(cursor).toString();
  }

  /** Vert.x takes one that a client should not have sent for a part of the query. */
  private static String withoutFragment(String query) {
    int end = query == null ? -1 : query.indexOf('#');
    return end < 0 ? query : query.substring(0, end);
  }

  private static String name(String parameter) {
    int end = parameter.indexOf('=');
    String name = end < 0 ? parameter : parameter.substring(0, end);
    return name.indexOf('%') < 0 ? name : URLDecoder.decode(name, StandardCharsets.UTF_8);
  }

  private static void add(
      HttpServerRequest asked, ContainerResponseContext response, String cursor, String relation) {
    if (cursor != null) {
      // Only path and query: the host that a client claims must not come back in an answer.
      String target = asked.path() + "?" + query(withoutFragment(asked.query()), cursor);
      response.getHeaders().add("Link", "<" + target + ">; rel=\"" + relation + "\"");
    }
  }
}
