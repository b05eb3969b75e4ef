package org.yujian.shared.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Desk answers with a version carry it as their ETag and are kept by no cache. */
class VersionHeaders {

  @ServerResponseFilter
  void tag(ContainerResponseContext response, ResourceInfo resource) {
    if (response.getEntity() instanceof Versioned versioned
        && !isPublic(resource.getResourceMethod())
        && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
      response.getHeaders().putSingle(HttpHeaders.ETAG, versioned.etag());
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, Versioned.CACHE_CONTROL);
    }
  }

  /** The public reads the same record by its own rules. */
  private static boolean isPublic(Method method) {
    return method != null
        && (method.isAnnotationPresent(PublicRead.class)
            || method.getDeclaringClass().isAnnotationPresent(PublicRead.class));
  }
}
