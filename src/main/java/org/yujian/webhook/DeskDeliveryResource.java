package org.yujian.webhook;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.auth.Caller;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.idempotency.Idempotency;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.Idempotent;

/** Desk endpoints of the deliveries of a webhook. */
@Path("/v1/desk/webhooks/{id}")
@Tag(name = "Desk webhooks")
class DeskDeliveryResource {

  private final WebhookDeliveries deliveries;
  private final CurrentCaller caller;
  private final Idempotency idempotency;

  DeskDeliveryResource(
      WebhookDeliveries deliveries, CurrentCaller caller, Idempotency idempotency) {
    this.deliveries = deliveries;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @POST
  @Idempotent(twoSteps = true)
  @Path("/test")
  @PermissionsAllowed(Scopes.WEBHOOKS)
  @Operation(
      operationId = "testWebhook",
      summary = "Send a test event at once and see what the receiver answers")
  public WebhookAttempt test(@PathParam("id") UUID id) {
    Caller who = caller.get();
    return idempotency.run(
        () -> deliveries.test(id, who), attempt -> deliveries.tested(id, attempt, who));
  }

  @GET
  @Path("/deliveries")
  @PermissionsAllowed(Scopes.WEBHOOKS)
  @Operation(
      operationId = "listWebhookDeliveries",
      summary = "Deliveries of the last 30 days, latest first")
  public WebhookDeliveryPage list(
      @PathParam("id") UUID id,
      @Parameter(
              description = "Only deliveries in this state.",
              schema = @Schema(type = SchemaType.STRING))
          @QueryParam("state")
          DeliveryState state,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    String filters = "deliveries of " + id + " " + state;
    return deliveries.list(
        id, state, PageRequest.of(limit, cursor, filters, PageKey.Named.class), caller.get());
  }

  @POST
  @Idempotent
  @Path("/deliveries/{delivery}/replay")
  @PermissionsAllowed(Scopes.WEBHOOKS)
  @Operation(
      operationId = "replayWebhookDelivery",
      summary = "Send a delivery again, under the same webhook-id")
  public WebhookDelivery replay(@PathParam("id") UUID id, @PathParam("delivery") UUID delivery) {
    return deliveries.replay(id, delivery, caller.get());
  }

  @POST
  @Idempotent
  @Path("/replay")
  @PermissionsAllowed(Scopes.WEBHOOKS)
  @Operation(
      operationId = "replayWebhookDeliveries",
      summary = "Send all deliveries of a time again, under the same webhook-ids")
  public ReplayedDeliveries replayAll(
      @PathParam("id") UUID id, @NotNull @Valid ReplayDeliveries range) {
    return deliveries.replay(id, range, caller.get());
  }
}
