package org.yujian.editing.review;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.Idempotent;

/** Desk API (for editors) that lists, adds and resolves comments of reviewers. */
@Path("/v1/desk/editions/{id}/comments")
@Tag(name = "Desk reviews")
class CommentResource {

  private final CommentService comments;
  private final CurrentCaller caller;

  CommentResource(CommentService comments, CurrentCaller caller) {
    this.comments = comments;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(
      operationId = "listReviewComments",
      summary = "Comments on the articles of an edition, latest made first")
  public DeskCommentPage list(
      @PathParam("id") UUID id,
      @Parameter(description = "Only those that are resolved, or only those that are open.")
          @QueryParam("resolved")
          Boolean resolved,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    String filters = "comments on " + id + " " + resolved;
    return comments.list(
        id, resolved, PageRequest.of(limit, cursor, filters, PageKey.Named.class), caller.get());
  }

  @POST
  @Idempotent
  @PermissionsAllowed(Scopes.CONTENT_REVIEW)
  @Operation(
      operationId = "addReviewComment",
      summary = "Comment on an article of an edition, or on a passage of its draft")
  public DeskComment add(@PathParam("id") UUID id, @NotNull @Valid AddComment request) {
    return comments.add(id, request, caller.get());
  }

  @POST
  @Idempotent
  @Path("/{comment}/resolve")
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(operationId = "resolveReviewComment", summary = "Mark a comment as done")
  public DeskComment resolve(@PathParam("id") UUID id, @PathParam("comment") UUID comment) {
    return comments.resolve(id, comment, caller.get());
  }
}
