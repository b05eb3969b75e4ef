package org.yujian.editing;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.edition.DeskEdition;
import org.yujian.edition.EditionState;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;

/** Desk API (for editors) that reads editions. */
@Path("/v1/desk/editions")
@Tag(name = "Desk editions")
class DeskEditionResource {

  private final DeskEditionService editions;
  private final CurrentCaller caller;

  DeskEditionResource(DeskEditionService editions, CurrentCaller caller) {
    this.editions = editions;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "listDeskEditions", summary = "Editions, latest made first")
  public DeskEditionPage list(
      @Parameter(description = "Only of this account: its id, or `@` and its handle.")
          @QueryParam("account")
          String account,
      @Parameter(
              description = "Only editions in this state.",
              schema = @Schema(type = SchemaType.STRING))
          @QueryParam("state")
          EditionState state,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    DeskEditionFilter filter = new DeskEditionFilter(account, state);
    return editions.list(
        filter,
        PageRequest.of(limit, cursor, filter.toString(), PageKey.Named.class),
        caller.get());
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "getDeskEdition", summary = "One edition with its drafts")
  public DeskEdition get(@PathParam("id") UUID id) {
    return editions.read(id, caller.get());
  }
}
