package org.yujian.sync;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.web.EmptyParameters;
import org.yujian.shared.web.MediaTypes;
import org.yujian.shared.web.PublicRead;

/** Delta sync: one operation for a full copy and for later changes. */
@Path("/v1/sync")
@Tag(name = "Sync")
@PermitAll
class SyncResource {
  static final String TYPES = "Types of resources, separated by commas; all when absent.";
  static final String LIMIT = "Maximum number of changes in a response; 200 when absent.";
  static final String ACCOUNTS =
      "Up to 100 ids of accounts, separated by commas; all when absent. Tags and outside follow"
          + " targets belong to no account and are always included.";

  private final SyncService sync;

  SyncResource(SyncService sync) {
    this.sync = sync;
  }

  @GET
  @PublicRead(cacheControl = "no-cache", cached = false)
  @Operation(
      operationId = "syncContent",
      summary = "What changed since a token; without one, everything",
      description =
          "Ask without `since`, keep `token`, and ask with it again; with `hasMore` at once. Take"
              + " a change when its `version` is higher than what you have, and replace: repeats"
              + " are harmless, versions never go back. Each resource is in a response at most once,"
              + " after those of the same response that it refers to; it may refer to resources"
              + " of a later response. Once `hasMore` is false your copy is complete."
              + " `since=now` gives a token alone. 410 `sync-token-expired`: drop the copy and"
              + " start again at `restart`; with POST, send the same body without `since`.")
  public SyncPage read(
      @Parameter(description = "The last `token`, or `now`.") @QueryParam("since") String since,
      @Parameter(description = TYPES) @QueryParam("types") String types,
      @Parameter(description = ACCOUNTS) @QueryParam("accounts") String accounts,
      @Parameter(description = LIMIT) @QueryParam("limit") @Min(1) @Max(SyncRequest.LIMIT)
          Integer limit,
      @Context UriInfo address) {
    if (EmptyParameters.has("since", address)) {
      // The client lost its token; without one the response would be everything.
      throw ProblemCode.INVALID_SYNC_TOKEN.problem();
    }
    return sync.read(since, SyncFilters.of(types, accounts), limit(limit));
  }

  @POST
  @Produces(MediaTypes.JSON)
  @Operation(
      operationId = "syncContentByPost",
      summary = "The same as syncContent, for up to 2,000 accounts")
  public RestResponse<SyncPage> post(@NotNull @Valid SyncRequest request) {
    SyncPage page = sync.read(request.since(), SyncFilters.of(request), limit(request.limit()));
    return RestResponse.ResponseBuilder.ok(page).header("Cache-Control", "no-cache").build();
  }

  private static int limit(Integer asked) {
    return asked == null ? SyncRequest.USUAL : asked;
  }
}
