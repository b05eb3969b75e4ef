package org.yujian.editing;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
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

/** Desk API (for editors) that gives an article out as a file, which can be imported again. */
@Path("/v1/desk/articles")
@Tag(name = "Desk articles")
class ArticleExportResource {

  private final ExportService exports;
  private final CurrentCaller caller;

  ArticleExportResource(ExportService exports, CurrentCaller caller) {
    this.exports = exports;
    this.caller = caller;
  }

  @GET
  @Path("/{id}/export")
  @LongDeskRead
  @Produces({MediaTypes.DOCX, MediaTypes.MARKDOWN, MediaType.TEXT_HTML, MediaType.TEXT_PLAIN})
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(
      operationId = "exportArticle",
      summary = "An article as a file, which can be imported again",
      description = "The draft if there is one, else the live copy.")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content = {
        @Content(
            mediaType = MediaTypes.DOCX,
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = MediaTypes.MARKDOWN, schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING))
      })
  public Response export(
      @PathParam("id") UUID id,
      @Parameter(
              description = "Format of the file; `docx` if none is named.",
              schema = @Schema(type = SchemaType.STRING))
          @QueryParam("format")
          ExportFormat format,
      @Context HttpHeaders headers) {
    ExportFormat chosen = format == null ? ExportFormat.DOCX : format;
    return ExportedFile.of(exports.article(id, caller.get()), chosen).response(headers);
  }
}
