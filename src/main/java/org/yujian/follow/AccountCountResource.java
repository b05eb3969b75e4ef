package org.yujian.follow;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.shared.web.PublicRead;
import org.yujian.shared.web.UuidList;

/** Follower counts, apart from accounts: a new follower must not invalidate account responses. */
@Path("/v1/accounts/counts")
@Tag(name = "Accounts")
@PermitAll
class AccountCountResource {

  private final FollowService follows;

  AccountCountResource(FollowService follows) {
    this.follows = follows;
  }

  @GET
  @PublicRead(cached = false, cacheControl = "max-age=10")
  @Operation(operationId = "getAccountCounts", summary = "Numbers of followers of these accounts")
  public AccountCounts counts(
      @Parameter(description = "Up to 100 ids, separated by commas.", required = true)
          @QueryParam("ids")
          String ids) {
    return follows.counts(UuidList.of("ids", ids, 100));
  }
}
