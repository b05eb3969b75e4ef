package org.yujian.follow;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.reader.CurrentReader;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.MediaTypes;
import org.yujian.shared.web.NoStore;

/** Follows of the current reader. */
@Path("/v1/me/follows")
@Tag(name = "Reader")
@PermissionsAllowed(CurrentReader.PERMISSION)
@NoStore
class FollowResource {

  private final FollowService follows;
  private final CurrentReader reader;

  FollowResource(FollowService follows, CurrentReader reader) {
    this.follows = follows;
    this.reader = reader;
  }

  @GET
  @Operation(
      operationId = "listFollows",
      summary = "What the reader follows, with the newest article of each; latest followed first")
  public FollowPage list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
    return follows.list(reader.get(), PageRequest.of(limit, cursor, "follows", PageKey.Feed.class));
  }

  @PUT
  @Path("/{accountId}")
  // Without this annotation a request without body and content type fails with 415.
  @Consumes(MediaTypes.JSON)
  @Produces(MediaTypes.JSON)
  @Operation(
      operationId = "followAccount",
      summary = "Follow an account, or mute one",
      description = "Safe to repeat. An existing follow keeps its time and its source.")
  public FollowView follow(@PathParam("accountId") UUID accountId, @Valid FollowSettings request) {
    return follows.put(accountId, request, reader.get());
  }

  @DELETE
  @Path("/{accountId}")
  @Operation(
      operationId = "unfollowAccount",
      summary = "Unfollow an account; repeating it does no harm")
  public void unfollow(@PathParam("accountId") UUID accountId) {
    follows.end(accountId, reader.get());
  }
}
