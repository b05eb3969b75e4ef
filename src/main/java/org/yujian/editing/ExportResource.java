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
import java.util.List;
import java.util.Locale;
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
import org.yujian.document.ExportedArticle;
import org.yujian.shared.edge.LongDeskRead;
import org.yujian.shared.web.Attachment;
import org.yujian.shared.web.Condition;
import org.yujian.shared.web.Representation;
import org.yujian.shared.web.Versioned;

/** Desk API (for editors) that gives articles out as files, which can be imported again. */
@Path("/v1/desk")
class ExportResource {

  private static final String MARKDOWN = "text/markdown";
  private static final String HTML = "text/html";
  private static final String TEXT = "text/plain";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String ZIP = "application/zip";

  private static final String WHICH = "The draft if there is one, else the live copy.";

  private final ExportService exports;
  private final CurrentCaller caller;

  ExportResource(ExportService exports, CurrentCaller caller) {
    this.exports = exports;
    this.caller = caller;
  }

  @GET
  @Path("/articles/{id}/export")
  @LongDeskRead
  @Produces({DOCX, MARKDOWN, HTML, TEXT})
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Tag(name = "Desk articles")
  @Operation(
      operationId = "exportArticle",
      summary = "An article as a file, which can be imported again",
      description = WHICH)
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content = {
        @Content(mediaType = DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = MARKDOWN, schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = HTML, schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = TEXT, schema = @Schema(type = SchemaType.STRING))
      })
  public Response article(
      @PathParam("id") UUID id,
      @Parameter(
              description = "Format of the file; `docx` if none is named.",
              schema = @Schema(type = SchemaType.STRING))
          @QueryParam("format")
          ExportFormat format,
      @Context HttpHeaders headers) {
    ExportFormat chosen = format == null ? ExportFormat.DOCX : format;
    ExportedArticle article = exports.article(id, caller.get());
    return file(
        chosen.write(article),
        chosen.mediaType(),
        "article." + chosen.name().toLowerCase(Locale.ROOT),
        ExportZip.fileName(article, chosen),
        headers);
  }

  @GET
  @Path("/editions/{id}/export")
  @LongDeskRead
  @Produces(ZIP)
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Tag(name = "Desk editions")
  @Operation(
      operationId = "exportEdition",
      summary = "The articles of an edition as files in a ZIP archive, in order",
      description = "Of each article: " + WHICH)
  @APIResponse(
      responseCode = "200",
      description = "The archive",
      content =
          @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response edition(
      @PathParam("id") UUID id,
      @Parameter(
              description = "Format of the files; `docx` if none is named.",
              schema = @Schema(type = SchemaType.STRING))
          @QueryParam("format")
          ExportFormat format,
      @Context HttpHeaders headers) {
    ExportFormat chosen = format == null ? ExportFormat.DOCX : format;
    List<ExportedArticle> articles = exports.edition(id, caller.get());
    String title = articles.isEmpty() ? null : articles.get(0).title();
    String name = title == null ? "" : Attachment.cleanName(title);
    return file(
        ExportZip.of(articles, chosen),
        ZIP,
        "edition.zip",
        (name.isEmpty() ? "edition" : name) + ".zip",
        headers);
  }

  private static Response file(
      byte[] bytes, String type, String ascii, String name, HttpHeaders headers) {
    // Never compressed: the archive and Word files are, and the others are small.
    Representation file = new Representation(bytes, ZIP);
    Condition condition =
        Condition.of(file, List.of(), headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH));
    Response.ResponseBuilder response =
        condition.known() ? Response.notModified() : Response.ok(bytes, type);
    return response
        .header(HttpHeaders.ETAG, condition.tag())
        .header(HttpHeaders.CACHE_CONTROL, Versioned.CACHE_CONTROL)
        .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.header(ascii, name))
        .build();
  }
}
