package org.yujian.target;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

/**
 * Follow targets for the desk (the editors' API). Accounts on this server have one each, which
 * changes with the account. Outside targets are created by imported documents or here, and have no
 * URL until an editor sets one.
 */
@Path("/v1/desk/follow-targets")
@Tag(name = "Desk follow targets")
class DeskFollowTargetResource {

  private final TargetService targets;
  private final CurrentCaller caller;
  private final Edits edits;

  DeskFollowTargetResource(TargetService targets, CurrentCaller caller, Edits edits) {
    this.targets = targets;
    this.caller = caller;
    this.edits = edits;
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(
      operationId = "listDeskFollowTargets",
      summary = "All follow targets, also those that only drafts show")
  public FollowTargetPage list(
      @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
    return targets.deskList(
        PageRequest.of(limit, cursor, "desk follow targets", PageKey.Named.class), caller.get());
  }

  @POST
  @Idempotent
  @Produces(MediaTypes.JSON)
  @PermissionsAllowed(Scopes.ADMIN)
  @Operation(operationId = "createFollowTarget", summary = "Make an outside follow target")
  @APIResponseSchema(value = FollowTargetView.class, responseCode = "201")
  public RestResponse<FollowTargetView> create(@NotNull @Valid FollowTargetSettings request) {
    FollowTargetView made = targets.create(request, caller.get());
    return Created.at("/v1/desk/follow-targets/" + made.id(), made);
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "getDeskFollowTarget", summary = "One follow target")
  public FollowTargetView get(@PathParam("id") UUID id) {
    return targets.deskRead(id, caller.get());
  }

  @PATCH
  @Path("/{id}")
  @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
  @PermissionsAllowed(Scopes.ADMIN)
  @Operation(operationId = "changeFollowTarget", summary = "Change an outside follow target")
  public FollowTargetView change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = MediaTypes.MERGE_PATCH,
                    schema = @Schema(implementation = FollowTargetSettings.class))
              })
          JsonNode patch) {
    return targets.change(
        id, edits.of(patch, FollowTargetSettings.class), IfMatch.version(ifMatch), caller.get());
  }
}
