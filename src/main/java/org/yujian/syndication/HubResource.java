package org.yujian.syndication;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The WebSub hub of the feeds. Not in the contract: the W3C Recommendation describes it, and
 * generated clients of the API have no use for it.
 */
@Path(FeedLinks.HUB)
@PermitAll
class HubResource {

  private final HubService hub;

  HubResource(HubService hub) {
    this.hub = hub;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Response request(
      @FormParam("hub.mode") String mode,
      @FormParam("hub.topic") String topic,
      @FormParam("hub.callback") String callback,
      @FormParam("hub.lease_seconds") String lease,
      @FormParam("hub.secret") String secret) {
    hub.accept(new HubRequest.Form(mode, topic, callback, lease, secret));
    return Response.accepted().build();
  }
}
