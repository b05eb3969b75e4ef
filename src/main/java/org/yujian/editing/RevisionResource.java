package org.yujian.editing;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.edition.DeskArticle;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.Idempotent;
import org.yujian.shared.web.IfMatch;

/** Desk API (for editors) that reads, compares and restores published revisions. */
@Path("/v1/desk/articles/{id}/revisions")
@Tag(name = "Desk articles")
class RevisionResource {

  private final RevisionService revisions;
  private final CurrentCaller caller;

  RevisionResource(RevisionService revisions, CurrentCaller caller) {
    this.revisions = revisions;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "listRevisions", summary = "What was live of an article, newest first")
  public RevisionPage list(
      @PathParam("id") UUID id,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return revisions.list(
        id, PageRequest.of(limit, cursor, "revisions of " + id, PageKey.Feed.class), caller.get());
  }

  @GET
  @Path("/{rev}")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "getRevision", summary = "One revision with its body")
  public DeskRevision get(
      @PathParam("id") UUID id,
      @Parameter(description = "Number of the revision, from 1.") @PathParam("rev") Integer rev) {
    return revisions.read(id, rev, caller.get());
  }

  @GET
  @Path("/{rev}/diff")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "compareRevisions", summary = "Two revisions compared, block by block")
  public RevisionDiff diff(
      @PathParam("id") UUID id,
      @Parameter(description = "Number of the newer revision.") @PathParam("rev") Integer rev,
      @Parameter(description = "Number of the older revision; the one before when absent.")
          @QueryParam("with")
          Integer with) {
    return revisions.diff(id, rev, with, caller.get());
  }

  @POST
  @Idempotent
  @Path("/{rev}/restore")
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(
      operationId = "restoreRevision",
      summary = "Make an old revision the draft; nothing goes live")
  public DeskArticle restore(
      @PathParam("id") UUID id,
      @Parameter(description = "Number of the revision, from 1.") @PathParam("rev") Integer rev,
      @HeaderParam("If-Match") String ifMatch) {
    return revisions.restore(id, rev, IfMatch.version(ifMatch), caller.get());
  }
}
