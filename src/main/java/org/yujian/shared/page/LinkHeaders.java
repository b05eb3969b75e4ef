package org.yujian.shared.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Sets {@code Link: <…>; rel="next"} and {@code prev} beside the cursors of a list's body. */
class LinkHeaders {
  /** Filters of answers run from high to low: before the entity becomes bytes. */
  static final int BEFORE_BYTES = 8_000;

  @ServerResponseFilter(priority = BEFORE_BYTES)
  void link(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Linked list) {
      add(request.getUriInfo(), response, list.next(), "next");
      add(request.getUriInfo(), response, list.prev(), "prev");
    }
  }

  private static void add(
      UriInfo uri, ContainerResponseContext response, String cursor, String relation) {
    if (cursor != null) {
      // Only path and query: the host that a client claims must not come back in an answer.
      String query =
          uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build().getRawQuery();
      String target = uri.getRequestUri().getRawPath() + "?" + query;
      response.getHeaders().add("Link", "<" + target + ">; rel=\"" + relation + "\"");
    }
  }
}
