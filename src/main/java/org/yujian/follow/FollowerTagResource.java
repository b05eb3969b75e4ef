package org.yujian.follow;

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

/** Follower tags of an account; unrelated to the tags of articles. */
@Path("/v1/desk/accounts/{id}/follower-tags")
@Tag(name = "Desk followers")
class FollowerTagResource {

  private final FollowerTagService tags;
  private final FollowerService followers;
  private final CurrentCaller caller;
  private final Edits edits;

  FollowerTagResource(
      FollowerTagService tags, FollowerService followers, CurrentCaller caller, Edits edits) {
    this.tags = tags;
    this.followers = followers;
    this.caller = caller;
    this.edits = edits;
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(
      operationId = "listFollowerTags",
      summary = "The account's follower tags, in the order of pinyin")
  public FollowerTagPage list(
      @PathParam("id") String account,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    String filters = "follower tags of " + account;
    return tags.list(
        account, PageRequest.of(limit, cursor, filters, PageKey.Named.class), caller.get());
  }

  /** JSON only: JAX-RS would turn a text body into a name through the record's constructor. */
  @POST
  @Idempotent
  @Consumes(MediaTypes.JSON)
  @Produces(MediaTypes.JSON)
  @PermissionsAllowed(Scopes.FOLLOW_WRITE)
  @Operation(
      operationId = "createFollowerTag",
      summary = "Make a follower tag; an account has 100 at most")
  @APIResponseSchema(value = FollowerTagView.class, responseCode = "201")
  public RestResponse<FollowerTagView> create(
      @PathParam("id") String account, @NotNull @Valid FollowerTagSettings request) {
    FollowerTagView made = tags.create(account, request, caller.get());
    return Created.at("/v1/desk/accounts/" + account + "/follower-tags/" + made.id(), made);
  }

  @GET
  @Path("/{tagId}")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(
      operationId = "getFollowerTag",
      summary = "One follower tag, with the ETag that a change needs")
  public FollowerTagView get(@PathParam("id") String account, @PathParam("tagId") UUID id) {
    return tags.read(account, id, caller.get());
  }

  @PATCH
  @Path("/{tagId}")
  @Consumes({MediaTypes.MERGE_PATCH, MediaTypes.JSON})
  @PermissionsAllowed(Scopes.FOLLOW_WRITE)
  @Operation(operationId = "changeFollowerTag", summary = "Rename a follower tag")
  public FollowerTagView change(
      @PathParam("id") String account,
      @PathParam("tagId") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = MediaTypes.MERGE_PATCH,
                    schema = @Schema(implementation = FollowerTagSettings.class))
              })
          JsonNode patch) {
    return tags.change(
        account,
        id,
        edits.of(patch, FollowerTagSettings.class),
        IfMatch.version(ifMatch),
        caller.get());
  }

  @DELETE
  @Path("/{tagId}")
  @PermissionsAllowed(Scopes.FOLLOW_WRITE)
  @Operation(
      operationId = "deleteFollowerTag",
      summary = "Delete a follower tag and take it from all followers")
  public void delete(@PathParam("id") String account, @PathParam("tagId") UUID id) {
    tags.delete(account, id, caller.get());
  }

  @POST
  @Idempotent
  @Path("/{tagId}/tag")
  @PermissionsAllowed(Scopes.FOLLOW_WRITE)
  @Operation(
      operationId = "tagFollowers",
      summary = "Put the tag on followers; each has 20 at most")
  public ChangedFollowers tag(
      @PathParam("id") String account,
      @PathParam("tagId") UUID id,
      @NotNull @Valid FollowerIds request) {
    return followers.tag(account, id, request, caller.get());
  }

  @POST
  @Idempotent
  @Path("/{tagId}/untag")
  @PermissionsAllowed(Scopes.FOLLOW_WRITE)
  @Operation(operationId = "untagFollowers", summary = "Take the tag from followers")
  public ChangedFollowers untag(
      @PathParam("id") String account,
      @PathParam("tagId") UUID id,
      @NotNull @Valid FollowerIds request) {
    return followers.untag(account, id, request, caller.get());
  }
}
