package org.yujian.shared.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.yujian.shared.html.PagePolicy;

/**
 * Headers that keep pages for people harmless; a page with needs of its own sets its own policy.
 */
class PageHeaders {
  @ServerResponseFilter
  void protect(ContainerResponseContext response) {
    response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    MediaType type = response.getMediaType();
    if (type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
      PagePolicy.HEADERS.forEach(
          (name, value) -> response.getHeaders().putIfAbsent(name, List.of(value)));
    }
  }
}
