package org.yujian.home;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.reader.CurrentReader;
import org.yujian.shared.web.MediaTypes;
import org.yujian.shared.web.NoStore;
import org.yujian.shared.web.UuidList;

/** Reading state of articles, synchronized between the reader's devices. */
@Path("/v1/me/states")
@Tag(name = "Reader")
@PermissionsAllowed(CurrentReader.PERMISSION)
@NoStore
class MarkResource {

  private static final int ASKED = 100;

  private final MarkService marks;
  private final UnreadService unread;
  private final CurrentReader reader;

  MarkResource(MarkService marks, UnreadService unread, CurrentReader reader) {
    this.marks = marks;
    this.unread = unread;
    this.reader = reader;
  }

  @POST
  @Produces(MediaTypes.JSON)
  @Operation(
      operationId = "markArticles",
      summary =
          "Mark articles as read or starred and keep the reading position, also for offline actions",
      description =
          "Safe to repeat. For star and reading position the latest `at` wins; of two equal ones the"
              + " one that arrived later. An article that was read stays read.")
  public MarkResults mark(@NotNull @Valid MarkBatch request) {
    return marks.apply(request.valid().ops(), reader.get());
  }

  @GET
  @Operation(operationId = "getMarks", summary = "The reader's marks of these articles")
  public MarkList list(
      @Parameter(description = "Up to 100 ids, separated by commas.", required = true)
          @QueryParam("articleIds")
          String articleIds) {
    return marks.list(UuidList.of("articleIds", articleIds, ASKED), reader.get());
  }

  @POST
  @Path("/mark-read")
  @Produces(MediaTypes.JSON)
  @Operation(
      operationId = "markRead",
      summary = "Mark everything of these accounts up to a feed position as read",
      description = "Safe to repeat. Accounts that the reader does not follow are ignored.")
  public UnreadCounts markRead(@NotNull @Valid MarkRead request) {
    return unread.markRead(request.valid(), reader.get());
  }
}
