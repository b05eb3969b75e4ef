package org.yujian.editing;

import io.quarkus.security.PermissionsAllowed;
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
import org.yujian.edition.DeskEdition;
import org.yujian.edition.EditionEtag;
import org.yujian.edition.PublicationService;
import org.yujian.edition.Republishing;
import org.yujian.edition.Scheduling;
import org.yujian.edition.WithdrawRequest;
import org.yujian.edition.Withdrawing;
import org.yujian.shared.web.Idempotent;
import org.yujian.shared.web.MediaTypes;

/** Desk API (for editors) that publishes, schedules and withdraws editions. */
@Path("/v1/desk/editions")
@Tag(name = "Desk editions")
class EditionLifeResource {

  private final DeskEditionService editions;
  private final PublicationService publishing;
  private final Scheduling scheduling;
  private final Withdrawing withdrawing;
  private final Republishing republishing;
  private final CurrentCaller caller;

  EditionLifeResource(
      DeskEditionService editions,
      PublicationService publishing,
      Scheduling scheduling,
      Withdrawing withdrawing,
      Republishing republishing,
      CurrentCaller caller) {
    this.editions = editions;
    this.publishing = publishing;
    this.scheduling = scheduling;
    this.withdrawing = withdrawing;
    this.republishing = republishing;
    this.caller = caller;
  }

  @POST
  @Idempotent
  @Path("/{id}/publish")
  // Without this annotation a request without body and Content-Type gets 415.
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
    publishing.publish(id, EditionEtag.of(ifMatch), publishedAt, caller.get());
    return editions.read(id, caller.get());
  }

  @POST
  @Idempotent
  @Path("/{id}/schedule")
  @PermissionsAllowed(Scopes.CONTENT_PUBLISH)
  @Operation(
      operationId = "scheduleEdition",
      summary = "Schedule an edition; until then it is frozen")
  public DeskEdition schedule(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid ScheduleRequest request) {
    scheduling.schedule(id, EditionEtag.of(ifMatch), request.at(), caller.get());
    return editions.read(id, caller.get());
  }

  @POST
  @Idempotent
  @Path("/{id}/unschedule")
  @PermissionsAllowed(Scopes.CONTENT_PUBLISH)
  @Operation(operationId = "unscheduleEdition", summary = "Cancel the schedule of an edition")
  public DeskEdition unschedule(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
    scheduling.unschedule(id, EditionEtag.of(ifMatch), caller.get());
    return editions.read(id, caller.get());
  }

  @POST
  @Idempotent
  @Path("/{id}/withdraw")
  @PermissionsAllowed(Scopes.CONTENT_PUBLISH)
  @Operation(operationId = "withdrawEdition", summary = "Withdraw an edition with all its articles")
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
    republishing.edition(id, EditionEtag.of(ifMatch), caller.get());
    return editions.read(id, caller.get());
  }
}
