package org.yujian.edition;

import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.shared.web.Idempotent;
import org.yujian.shared.web.MediaTypes;

/** How an edition becomes public and is taken back. */
@Path("/v1/desk/editions")
@Tag(name = "desk editions")
class EditionLifeResource {

  @Inject DeskEditionService editions;
  @Inject Publishing publishing;
  @Inject Scheduling scheduling;
  @Inject Withdrawing withdrawing;
  @Inject Republishing republishing;
  @Inject CurrentCaller caller;

  @POST
  @Idempotent
  @Path("/{id}/publish")
  // Without it a request without body and type is 415.
  @Consumes(MediaTypes.JSON)
  @PermissionsAllowed(Scopes.CONTENT_PUBLISH)
  @Operation(
      operationId = "publishEdition",
      summary = "Put an edition live, whole or not at all: what `If-Match` names is what goes live")
  public DeskEdition publish(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @Valid PublishRequest request) {
    Instant publishedAt = request == null ? null : request.publishedAt();
    publishing.publish(id, EditionSeen.of(ifMatch), publishedAt, caller.get());
    return editions.read(id, caller.get());
  }

  @POST
  @Idempotent
  @Path("/{id}/schedule")
  @PermissionsAllowed(Scopes.CONTENT_PUBLISH)
  @Operation(
      operationId = "scheduleEdition",
      summary = "Leave an edition to the clock; until then it is frozen")
  public DeskEdition schedule(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ScheduleRequest request) {
    scheduling.schedule(id, EditionSeen.of(ifMatch), request.at(), caller.get());
    return editions.read(id, caller.get());
  }

  @POST
  @Idempotent
  @Path("/{id}/unschedule")
  @PermissionsAllowed(Scopes.CONTENT_PUBLISH)
  @Operation(operationId = "unscheduleEdition", summary = "Take an edition back from the clock")
  public DeskEdition unschedule(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    scheduling.unschedule(id, EditionSeen.of(ifMatch), caller.get());
    return editions.read(id, caller.get());
  }

  @POST
  @Idempotent
  @Path("/{id}/withdraw")
  @PermissionsAllowed(Scopes.CONTENT_PUBLISH)
  @Operation(
      operationId = "withdrawEdition",
      summary = "Take an edition back with all its articles")
  public DeskEdition withdraw(@PathParam("id") UUID id, @NotNull @Valid WithdrawRequest request) {
    withdrawing.edition(id, request, caller.get());
    return editions.read(id, caller.get());
  }

  @POST
  @Idempotent
  @Path("/{id}/republish")
  @PermissionsAllowed(Scopes.CONTENT_PUBLISH)
  @Operation(
      operationId = "republishEdition",
      summary = "Put a withdrawn edition live again, at the top of the feed")
  public DeskEdition republish(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    republishing.edition(id, EditionSeen.of(ifMatch), caller.get());
    return editions.read(id, caller.get());
  }
}
