package org.yujian.home;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.reader.CurrentReader;
import org.yujian.shared.web.NoStore;

/** Unread counts of followed accounts. */
@Path("/v1/me/unread")
@Tag(name = "Reader")
@PermissionsAllowed(CurrentReader.PERMISSION)
@NoStore
class UnreadResource {

  private final UnreadService unread;
  private final CurrentReader reader;

  UnreadResource(UnreadService unread, CurrentReader reader) {
    this.unread = unread;
    this.reader = reader;
  }

  @GET
  @Operation(
      operationId = "getUnread",
      summary = "How many articles are unread of everything that the reader follows",
      description =
          "In the order of `/v1/me/follows`, muted ones too. Counting stops at 99: then, and where"
              + " very many above the watermark were read one by one, `relation` is `gte`.")
  public UnreadCounts get() {
    return unread.counts(reader.get());
  }
}
