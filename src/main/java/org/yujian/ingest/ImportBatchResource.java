package org.yujian.ingest;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.shared.problem.ProblemTexts;

/** HTTP resource for the progress of imports that go on after their request. */
@Path("/v1/desk/import-batches")
@Tag(name = "Desk imports")
class ImportBatchResource {

  static final String PATH = "/v1/desk/import-batches/";

  private final ImportBatches batches;
  private final CurrentCaller caller;
  @Context HttpHeaders headers;

  ImportBatchResource(ImportBatches batches, CurrentCaller caller) {
    this.batches = batches;
    this.caller = caller;
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(
      operationId = "getImportBatch",
      summary = "Progress of documents that are imported after the request")
  @APIResponse(
      responseCode = "200",
      description = "The batch and its documents.",
      headers =
          @Header(
              name = "Retry-After",
              description = "Seconds to wait before asking again; absent once the batch is done.",
              schema = @Schema(type = SchemaType.STRING)),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportBatch.class)))
  public RestResponse<ImportBatch> get(
      @Parameter(description = "Id of the batch.") @PathParam("id") UUID id) {
    String language =
        ProblemTexts.preferredBy(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)).language();
    ImportBatch batch = batches.read(id, caller.get(), language);
    return RestResponse.ResponseBuilder.ok(batch)
        .header("Content-Language", language)
        .header("Vary", "Accept-Language")
        .header("Retry-After", batch.working() ? "1" : null)
        .build();
  }
}
