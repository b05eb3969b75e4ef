package org.yujian.editing;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.shared.edge.LongDeskRead;
import org.yujian.shared.web.MediaTypes;

/** Desk API (for editors) that gives the articles of an edition out as files. */
@Path("/v1/desk/editions")
@Tag(name = "Desk editions")
class EditionExportResource {

  private final ExportService exports;
  private final CurrentCaller caller;

  EditionExportResource(ExportService exports, CurrentCaller caller) {
    this.exports = exports;
    this.caller = caller;
  }

  @GET
  @Path("/{id}/export")
  @LongDeskRead
  @Produces(MediaTypes.ZIP)
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(
      operationId = "exportEdition",
      summary = "The articles of an edition as files in a ZIP archive, in order",
      description = "Of each article the draft if there is one, else the live copy.")
  @APIResponse(
      responseCode = "200",
      description = "The archive",
      content =
          @Content(
              mediaType = MediaTypes.ZIP,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response export(
      @PathParam("id") UUID id,
      @Parameter(
              description = "Format of the files; `docx` if none is named.",
              schema = @Schema(type = SchemaType.STRING))
          @QueryParam("format")
          ExportFormat format,
      @Context HttpHeaders headers) {
    ExportFormat chosen = format == null ? ExportFormat.DOCX : format;
    return ExportedFile.of(exports.edition(id, caller.get()), chosen).response(headers);
  }
}
