package org.yujian.ingest;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.shared.problem.ProblemTexts;
import org.yujian.shared.web.FormFields;
import org.yujian.shared.web.Idempotent;

/** HTTP resource for imports that go on after their request. */
@Path("/v1/desk/import-batches")
@Tag(name = "Desk imports")
class ImportBatchResource {

  static final String PATH = "/v1/desk/import-batches/";

  private static final int MAX_FILES = 50;

  private static final Set<String> SINGLE = Set.of("account", "publish", "force");
  private static final Set<String> REPEATED = Set.of("file", "tag");

  private final ImportBatches batches;
  private final CurrentCaller caller;
  @Context HttpHeaders headers;

  ImportBatchResource(ImportBatches batches, CurrentCaller caller) {
    this.batches = batches;
    this.caller = caller;
  }

  @POST
  @Idempotent
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(
      operationId = "importDocuments",
      summary = "Turn several documents into articles, one after another, after the request")
  @APIResponseSchema(value = ImportBatch.class, responseCode = "202")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = ImportBatchForm.class)))
  public RestResponse<Object> importDocuments(
      @RestForm("file") List<FileUpload> files,
      @RestForm("account") String account,
      @RestForm("tag") List<String> tags,
      @RestForm("publish") Boolean publish,
      @RestForm("force") Boolean force) {
    FormFields.require(SINGLE, REPEATED);
    // A part without a file name is no file.
    if (files == null || files.isEmpty() || files.size() < FormFields.count("file")) {
      throw ImportProblems.fileRequired();
    }
    if (files.size() > MAX_FILES) {
      throw ImportProblems.tooManyFiles(MAX_FILES);
    }
    ImportWork.Options options = ImportUploads.options(account, tags, publish, force, List.of());
    return accepted(
        batches.enqueue(ImportUploads.documents(files.stream(), options), caller.get()));
  }

  static RestResponse<Object> accepted(ImportBatch batch) {
    return RestResponse.ResponseBuilder.<Object>create(RestResponse.Status.ACCEPTED, batch)
        .header("Location", PATH + batch.id())
        .header("Retry-After", "1")
        .build();
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
