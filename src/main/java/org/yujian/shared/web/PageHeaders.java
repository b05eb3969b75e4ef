package org.yujian.shared.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Headers that keep pages for people harmless; a page with needs of its own sets its own policy.
 */
class PageHeaders {
  private static final String POLICY =
      "default-src 'none'; img-src 'self' data:; style-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  @ServerResponseFilter
  void protect(ContainerResponseContext response, ResourceInfo resource) {
    response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    if (response.getEntity() == null) {
      return;
    }
    if (AnswerType.of(response, resource).isCompatible(MediaType.TEXT_HTML_TYPE)) {
      response.getHeaders().putIfAbsent("Content-Security-Policy", List.of(POLICY));
      response.getHeaders().putIfAbsent("Referrer-Policy", List.of("no-referrer"));
    }
  }
}
