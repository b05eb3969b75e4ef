package org.yujian.home;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.reader.CurrentReader;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.web.EmptyParameters;
import org.yujian.shared.web.NoStore;
import org.yujian.sync.SyncRequest;

/** Sync of a device's copy: follows, marks and publications of followed accounts in one stream. */
@Path(ReaderSyncResource.PATH)
@Tag(name = "Reader")
@PermissionsAllowed(CurrentReader.PERMISSION)
@NoStore
class ReaderSyncResource {
  static final String PATH = "/v1/me/sync";

  private final ReaderSyncService sync;
  private final CurrentReader reader;

  ReaderSyncResource(ReaderSyncService sync, CurrentReader reader) {
    this.sync = sync;
    this.reader = reader;
  }

  @GET
  @Operation(
      operationId = "syncReader",
      summary = "Follows, marks and what the followed accounts publish, since a token",
      description =
          "As `sync`, for what the reader follows, muted or not: ask without `since`, keep `token`,"
              + " ask with it again; with `hasMore` at once. A follow comes with its account, the"
              + " newest 200 articles and what they mention; older ones are not in the copy unless"
              + " they change. Take a change when its `version` is higher than the one you have of"
              + " that type and id, and replace. After a deletion `filtered` forget the version"
              + " too; `unfollowed` has none and always holds: drop the account and everything of"
              + " it, versions too, but for marks with a star. Whether an article was corrected"
              + " since it was read, compare `rev` with the mark's `readRev`. `limit` counts"
              + " follows, marks, articles and changes; accounts, editions, tags and follow targets"
              + " that those need come along. 410 `sync-token-expired`, also after joining another"
              + " reader: drop the copy and begin at `restart`.")
  public ReaderSyncPage read(
      @Parameter(description = "The last `token`.") @QueryParam("since") String since,
      @Parameter(description = "Maximum number of entries in a response; 200 when absent.")
          @QueryParam("limit")
          @Min(1)
          @Max(SyncRequest.LIMIT)
          Integer limit,
      @Context UriInfo address) {
    if (EmptyParameters.has("since", address)) {
      throw ProblemCode.INVALID_SYNC_TOKEN.problem();
    }
    return sync.read(since, limit == null ? SyncRequest.USUAL : limit, reader.get());
  }
}
