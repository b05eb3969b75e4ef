package org.yujian.follow;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.Idempotent;

/** Followers of an account, for its desk (the editors' API). */
@Path("/v1/desk/accounts/{id}/followers")
@Tag(name = "Desk followers")
class FollowerResource {

  private final FollowerService followers;
  private final CurrentCaller caller;

  FollowerResource(FollowerService followers, CurrentCaller caller) {
    this.followers = followers;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(
      operationId = "listFollowers",
      summary = "Followers of the account, latest first by their first follow")
  public DeskFollowerPage list(
      @PathParam("id") String account,
      @BeanParam FollowerFilter filter,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    String filters = "followers of " + account + " " + filter;
    return followers.list(
        account, filter, PageRequest.of(limit, cursor, filters, PageKey.Named.class), caller.get());
  }

  @POST
  @Idempotent
  @Path("/block")
  @PermissionsAllowed(Scopes.FOLLOW_WRITE)
  @Operation(
      operationId = "blockFollowers",
      summary = "Block followers",
      description =
          "They keep following and reading what everybody may read, also after they unfollowed and"
              + " came again, but cannot interact with the account. They get no notice of it.")
  public ChangedFollowers block(
      @PathParam("id") String account, @NotNull @Valid FollowerIds request) {
    return followers.block(account, true, request, caller.get());
  }

  @POST
  @Idempotent
  @Path("/unblock")
  @PermissionsAllowed(Scopes.FOLLOW_WRITE)
  @Operation(operationId = "unblockFollowers", summary = "Unblock followers")
  public ChangedFollowers unblock(
      @PathParam("id") String account, @NotNull @Valid FollowerIds request) {
    return followers.block(account, false, request, caller.get());
  }
}
