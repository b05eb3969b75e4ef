package org.yujian.editing;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;

/** Desk API (for editors) that shows who else has an edition open. */
@Path("/v1/desk/editions/{id}/editors")
@Tag(name = "Desk editions")
class EditLeaseResource {

  private final EditLeaseService leases;
  private final CurrentCaller caller;

  EditLeaseResource(EditLeaseService leases, CurrentCaller caller) {
    this.leases = leases;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "getEditLeases", summary = "Who has an edition open")
  public EditLeases get(@PathParam("id") UUID id) {
    return leases.list(id, caller.get());
  }

  @PUT
  @Path("/me")
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(
      operationId = "renewEditLease",
      summary = "Tell others for 30 seconds that an edition is open in a window")
  public EditLeases renew(@PathParam("id") UUID id, @NotNull @Valid RenewEditLease request) {
    return leases.renew(id, request, caller.get());
  }

  @DELETE
  @Path("/me")
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(operationId = "endEditLease", summary = "Tell others that a window was closed")
  public void end(
      @PathParam("id") UUID id,
      @Parameter(description = "The window; all windows of the caller when absent.")
          @QueryParam("window")
          String window) {
    leases.end(id, window, caller.get());
  }
}
