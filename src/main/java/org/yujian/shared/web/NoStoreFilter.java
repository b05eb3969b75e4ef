package org.yujian.shared.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.yujian.shared.order.Stations;

/** Sets {@code Cache-Control} for {@link NoStore}. */
public class NoStoreFilter {

  @NoStore
  @ServerResponseFilter(priority = Stations.HEADERS)
  void forbid(ContainerResponseContext response) {
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
