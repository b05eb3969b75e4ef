package org.yujian.shared.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Desk answers with a version carry it as their ETag and are kept by no cache. */
class VersionHeaders {

  @ServerResponseFilter
  void tag(ContainerResponseContext response) {
    if (response.getEntity() instanceof Versioned versioned
        && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
      response.getHeaders().putSingle(HttpHeaders.ETAG, versioned.etag());
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, Versioned.CACHE_CONTROL);
    }
  }
}
