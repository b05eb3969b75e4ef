package org.yujian.shared.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.yujian.shared.order.Stations;

/** Sets the ETag and {@code Cache-Control} of {@link Versioned} desk responses. */
public class VersionHeaders {

  @ServerResponseFilter(priority = Stations.HEADERS)
  void tag(ContainerResponseContext response, ResourceInfo resource) {
    if (response.getEntity() instanceof Versioned versioned
        && !isPublic(resource.getResourceMethod())
        && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
      response.getHeaders().putSingle(HttpHeaders.ETAG, versioned.etag());
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, Versioned.CACHE_CONTROL);
    }
  }

  /** Public reads of the same record have their own headers. */
  private static boolean isPublic(Method method) {
    return method != null
        && (method.isAnnotationPresent(PublicRead.class)
            || method.getDeclaringClass().isAnnotationPresent(PublicRead.class));
  }
}
