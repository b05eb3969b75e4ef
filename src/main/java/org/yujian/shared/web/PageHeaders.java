package org.yujian.shared.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.yujian.shared.html.PagePolicy;
import org.yujian.shared.order.Stations;

/** Sets security headers on HTML pages; a page with other needs sets its own policy. */
class PageHeaders {
  @ServerResponseFilter(priority = Stations.HEADERS)
  void protect(ContainerResponseContext response, ResourceInfo resource) {
    response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    if (response.getEntity() == null) {
      return;
    }
    if (AnswerType.of(response, resource).isCompatible(MediaType.TEXT_HTML_TYPE)) {
      PagePolicy.HEADERS.forEach(
          (name, value) -> response.getHeaders().putIfAbsent(name, List.of(value)));
    }
  }
}
