package org.yujian.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.yujian.auth.Caller;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.idempotency.Idempotency;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.Edits;
import org.yujian.shared.web.Idempotent;
import org.yujian.shared.web.IfMatch;
import org.yujian.shared.web.MediaTypes;

/** Desk endpoints of webhooks. A secret is shown in one response and never again. */
@Path("/v1/desk/webhooks")
@Tag(name = "Desk webhooks")
class DeskWebhookResource {

  private static final String PATH = "/v1/desk/webhooks/";
  private static final String CACHE_CONTROL = "Cache-Control";
  private static final String NO_STORE = "no-store";

  private final WebhookService webhooks;
  private final CurrentCaller caller;
  private final Idempotency idempotency;
  private final Edits edits;

  DeskWebhookResource(
      WebhookService webhooks, CurrentCaller caller, Idempotency idempotency, Edits edits) {
    this.webhooks = webhooks;
    this.caller = caller;
    this.idempotency = idempotency;
    this.edits = edits;
  }

  @GET
  @PermissionsAllowed(Scopes.WEBHOOKS)
  @Operation(
      operationId = "listWebhooks",
      summary = "Webhooks within the accounts of one's own key, latest made first")
  public DeskWebhookPage list(
      @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
    return webhooks.list(
        PageRequest.of(limit, cursor, "webhooks", PageKey.Named.class), caller.get());
  }

  @POST
  @Idempotent(twoSteps = true)
  @Produces(MediaTypes.JSON)
  @PermissionsAllowed(Scopes.WEBHOOKS)
  @Operation(
      operationId = "createWebhook",
      summary = "Challenge a receiver and make a webhook; its secret is shown this once")
  @APIResponseSchema(value = IssuedWebhook.class, responseCode = "201")
  public RestResponse<IssuedWebhook> create(@NotNull @Valid CreateWebhook request) {
    Caller who = caller.get();
    return idempotency.run(
        () -> webhooks.prepare(request, who),
        prepared -> {
          IssuedWebhook made = webhooks.create(prepared, who);
          return ResponseBuilder.<IssuedWebhook>create(RestResponse.Status.CREATED, made)
              .header("Location", PATH + made.webhook().id())
              .header(CACHE_CONTROL, NO_STORE)
              .build();
        });
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Scopes.WEBHOOKS)
  @Operation(operationId = "getWebhook", summary = "One webhook, without its secret")
  public DeskWebhook get(@PathParam("id") UUID id) {
    return webhooks.read(id, caller.get());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
  @PermissionsAllowed(Scopes.WEBHOOKS)
  @Operation(
      operationId = "changeWebhook",
      summary = "Change, enable or disable a webhook; a new url is challenged first")
  public DeskWebhook change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = MediaTypes.MERGE_PATCH,
                    schema = @Schema(implementation = WebhookSettings.class))
              })
          JsonNode patch) {
    UnaryOperator<WebhookSettings> edit = edits.of(patch, WebhookSettings.class);
    long expected = IfMatch.version(ifMatch);
    webhooks.prepareChange(id, edit, expected, caller.get());
    return webhooks.change(id, edit, expected, caller.get());
  }

  @DELETE
  @Path("/{id}")
  @PermissionsAllowed(Scopes.WEBHOOKS)
  @Operation(operationId = "deleteWebhook", summary = "Delete a webhook with its deliveries")
  public void delete(@PathParam("id") UUID id) {
    webhooks.delete(id, caller.get());
  }

  @POST
  @Idempotent
  @Path("/{id}/secret")
  @Produces(MediaTypes.JSON)
  @PermissionsAllowed(Scopes.WEBHOOKS)
  @Operation(
      operationId = "rotateWebhookSecret",
      summary = "Make a new secret, shown this once; the current one signs, too, for 24 hours")
  @APIResponseSchema(value = IssuedWebhook.class, responseCode = "200")
  public RestResponse<IssuedWebhook> rotate(@PathParam("id") UUID id) {
    return ResponseBuilder.ok(webhooks.rotate(id, caller.get()))
        .header(CACHE_CONTROL, NO_STORE)
        .build();
  }
}
