package org.yujian.follow;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.yujian.shared.order.Stations;

/**
 * Records openings of landing pages, also of cached responses and 304; stores only the code. A page
 * that a form of the page leads back to is not opened again.
 */
class OpeningFilter {

  private final OpenedCodes opened;

  OpeningFilter(OpenedCodes opened) {
    this.opened = opened;
  }

  @NotesOpening
  @ServerResponseFilter(priority = Stations.HEADERS)
  void note(ContainerRequestContext request, ContainerResponseContext response) {
    boolean again = request.getUriInfo().getQueryParameters().containsKey(BrowserFollow.FOLLOWED);
    if (!again && (response.getStatus() == 200 || response.getStatus() == 304)) {
      String code = request.getUriInfo().getPathParameters().getFirst("code");
      opened.note(code, LinkPreviews.is(request.getMethod(), request.getHeaders()));
    }
  }
}
