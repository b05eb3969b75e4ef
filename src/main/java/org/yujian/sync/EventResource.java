package org.yujian.sync;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.yujian.change.LogFilter;

/** Streams live hints: server-sent events that tell a client when a sync is worthwhile. */
@Path("/v1/events")
@Tag(name = "Sync")
@PermitAll
class EventResource {

  private final HintService hints;

  EventResource(HintService hints) {
    this.hints = hints;
  }

  @GET
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      operationId = "streamEvents",
      summary = "Hints that something changed, as server-sent events",
      description =
          "First `ready`, or `change` when something was missed since `Last-Event-ID`, then an"
              + " event `change` for what is committed; data is `{\"changes\": [{type, id,"
              + " version}], \"more\"}` and never content. The event's id is a token of sync with"
              + " the same filters; sent back as `Last-Event-ID` it resumes. A hint is sent only when"
              + " sync on this node already serves the change. Comments keep the connection open. A client that"
              + " does not read is disconnected.")
  @APIResponse(
      responseCode = "200",
      description = "The stream",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = String.class)))
  public RestMulti<OutboundSseEvent> events(
      @Parameter(description = SyncResource.TYPES) @QueryParam("types") String types,
      @Parameter(description = SyncResource.ACCOUNTS) @QueryParam("accounts") String accounts,
      @Parameter(description = "Id of the last event, or a token of sync.")
          @HeaderParam("Last-Event-ID")
          String last) {
    LogFilter filter = SyncFilters.of(types, accounts);
    return RestMulti.fromMultiData(hints.stream(filter, last))
        .header("Cache-Control", "no-store")
        // A buffering proxy would hold hints back until they are stale.
        .header("X-Accel-Buffering", "no")
        .build();
  }

  @HEAD
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(hidden = true)
  public RestResponse<Void> head() {
    return RestResponse.ResponseBuilder.<Void>ok()
        .header("Content-Type", MediaType.SERVER_SENT_EVENTS)
        .header("Cache-Control", "no-store")
        .build();
  }
}
