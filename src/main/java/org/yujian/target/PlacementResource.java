package org.yujian.target;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.Created;
import org.yujian.shared.web.Edits;
import org.yujian.shared.web.Idempotent;
import org.yujian.shared.web.IfMatch;
import org.yujian.shared.web.MediaTypes;

/** Placements of a follow target, for the desk (the editors' API). */
@Path("/v1/desk/follow-targets/{id}/placements")
@Tag(name = "Desk placements")
class PlacementResource {

  private final PlacementService placements;
  private final CurrentCaller caller;
  private final Edits edits;

  PlacementResource(PlacementService placements, CurrentCaller caller, Edits edits) {
    this.placements = placements;
    this.caller = caller;
    this.edits = edits;
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(
      operationId = "listPlacements",
      summary = "Placements of this follow target, latest made first")
  public PlacementPage list(
      @PathParam("id") UUID id,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return placements.list(
        id,
        PageRequest.of(limit, cursor, "placements of " + id, PageKey.Named.class),
        caller.get());
  }

  @POST
  @Idempotent
  @Produces(MediaTypes.JSON)
  @PermissionsAllowed(Scopes.FOLLOW_WRITE)
  @Operation(operationId = "createPlacement", summary = "Make a placement with a code of its own")
  @APIResponseSchema(value = PlacementView.class, responseCode = "201")
  public RestResponse<PlacementView> create(
      @PathParam("id") UUID id, @NotNull @Valid CreatePlacement request) {
    PlacementView made = placements.create(id, request, caller.get());
    return Created.at("/v1/desk/follow-targets/" + id + "/placements/" + made.id(), made);
  }

  @GET
  @Path("/{placement}")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "getPlacement", summary = "One placement")
  public PlacementView get(@PathParam("id") UUID id, @PathParam("placement") UUID placement) {
    return placements.read(id, placement, caller.get());
  }

  @PATCH
  @Path("/{placement}")
  @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
  @PermissionsAllowed(Scopes.FOLLOW_WRITE)
  @Operation(
      operationId = "changePlacement",
      summary = "Change a placement; scene and code stay, and an end that has come")
  public PlacementView change(
      @PathParam("id") UUID id,
      @PathParam("placement") UUID placement,
      @HeaderParam("If-Match") String ifMatch,
      @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = MediaTypes.MERGE_PATCH,
                    schema = @Schema(implementation = PlacementSettings.class))
              })
          JsonNode patch) {
    return placements.change(
        new PlacementRef(id, placement),
        edits.of(patch, PlacementSettings.class),
        IfMatch.version(ifMatch),
        caller.get());
  }

  @POST
  @Idempotent
  @Path("/{placement}/end")
  @PermissionsAllowed(Scopes.FOLLOW_WRITE)
  @Operation(
      operationId = "endPlacement",
      summary = "End a placement for ever: its code answers 410 and names the account")
  public PlacementView end(@PathParam("id") UUID id, @PathParam("placement") UUID placement) {
    return placements.end(new PlacementRef(id, placement), caller.get());
  }

  @DELETE
  @Path("/{placement}")
  @PermissionsAllowed(Scopes.FOLLOW_WRITE)
  @Operation(
      operationId = "deletePlacement",
      summary = "End a placement and take it from the desk; what it brought stays")
  public void delete(@PathParam("id") UUID id, @PathParam("placement") UUID placement) {
    placements.delete(new PlacementRef(id, placement), caller.get());
  }
}
