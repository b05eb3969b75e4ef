package org.yujian.ingest;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.yujian.auth.Caller;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.idempotency.Idempotency;
import org.yujian.ingest.healing.FindingTexts;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.Created;
import org.yujian.shared.web.FormFields;
import org.yujian.shared.web.Idempotent;

/** HTTP resource for importing documents, reading reports and undoing joins. */
@Path("/v1/desk/imports")
@Tag(name = "Desk imports")
class ImportResource {

  private static final Set<String> SINGLE = Set.of("file", "account", "publish", "force");
  private static final Set<String> REPEATED = Set.of("tag", "updates");

  private final ImportService imports;
  private final ImportBatches batches;
  private final ImportReports reports;
  private final JoinUndo joins;
  private final CurrentCaller caller;
  private final Idempotency idempotency;
  @Context HttpHeaders headers;

  ImportResource(
      ImportService imports,
      ImportBatches batches,
      ImportReports reports,
      JoinUndo joins,
      CurrentCaller caller,
      Idempotency idempotency) {
    this.imports = imports;
    this.batches = batches;
    this.reports = reports;
    this.joins = joins;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @POST
  @Idempotent(twoSteps = true)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(
      operationId = "importDocument",
      summary = "Turn a document into articles; publish=true puts them live at once")
  @APIResponseSchema(value = ImportReport.class, responseCode = "201")
  @APIResponse(
      responseCode = "202",
      description =
          "A document that takes long, or a ZIP file with several: imported after the request.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ImportBatch.class)))
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.MULTIPART_FORM_DATA,
              schema = @Schema(implementation = ImportForm.class)))
  public RestResponse<Object> importDocument(
      @RestForm("file") FileUpload file,
      @RestForm("account") String account,
      @RestForm("tag") List<String> tags,
      @RestForm("publish") Boolean publish,
      @RestForm("force") Boolean force,
      @RestForm("updates") List<UUID> updates) {
    FormFields.require(SINGLE, REPEATED);
    ImportWork.Options options = ImportUploads.options(account, tags, publish, force, updates);
    List<ImportRequest> documents = ImportUploads.documents(Stream.ofNullable(file), options);
    Caller who = caller.get();
    return idempotency.run(
        () ->
            documents.size() == 1
                ? imports.prepareQuickly(documents.get(0), who)
                : Optional.<ImportService.Prepared>empty(),
        prepared ->
            prepared.isPresent()
                ? created(imports.store(prepared.get(), who).in(texts()))
                : ImportBatchResource.accepted(batches.enqueue(documents, who)));
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "listImports", summary = "Imports, latest first")
  public ImportPage list(
      @Parameter(description = "Only of this account: its id, or `@` and its handle.")
          @QueryParam("account")
          String account,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return reports.list(
        account,
        PageRequest.of(limit, cursor, "imports of " + account, PageKey.Named.class),
        caller.get());
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "getImport", summary = "The report of an import")
  public RestResponse<ImportReport> get(@PathParam("id") UUID id) {
    FindingTexts texts = texts();
    return RestResponse.ResponseBuilder.ok(reports.read(id, caller.get()).in(texts))
        .header("Content-Language", texts.language())
        .header("Vary", "Accept-Language")
        .build();
  }

  @POST
  @Idempotent
  @Path("/{id}/joins/undo")
  @PermissionsAllowed(Scopes.CONTENT_WRITE)
  @Operation(
      operationId = "undoJoin",
      summary = "Undo a join; it is not made again when the document comes again")
  public ImportReport undo(@PathParam("id") UUID id, @NotNull @Valid UndoJoin request) {
    return joins.undo(id, request, caller.get()).in(texts());
  }

  /** Not a parameter, because a repeated request may ask for another language. */
  private FindingTexts texts() {
    return FindingTexts.preferredBy(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private static RestResponse<Object> created(ImportReport report) {
    return Created.at("/v1/desk/imports/" + report.id(), report);
  }
}
