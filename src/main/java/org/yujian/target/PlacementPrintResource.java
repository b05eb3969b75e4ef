package org.yujian.target;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.yujian.shared.html.PageLanguage;
import org.yujian.shared.html.PageWords;
import org.yujian.shared.web.MediaTypes;
import org.yujian.shared.web.NoStore;

/** Renders codes for printing. Needs {@code yujian.public-url}, which phones can reach. */
@Path("/v1/desk/follow-targets/{id}/placements/{placement}")
@Tag(name = "Desk placements")
@NoStore
class PlacementPrintResource {

  private final PlacementService placements;
  private final PrintSheets sheets;
  private final SharePosters posters;
  private final CurrentCaller caller;

  PlacementPrintResource(
      PlacementService placements, PrintSheets sheets, SharePosters posters, CurrentCaller caller) {
    this.placements = placements;
    this.sheets = sheets;
    this.posters = posters;
    this.caller = caller;
  }

  @GET
  @Path("/qr.svg")
  @Produces(MediaTypes.SVG)
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "getPlacementQrSvg", summary = "Its QR code, for any size")
  @APIResponse(
      responseCode = "200",
      description = "The picture",
      content = @Content(mediaType = MediaTypes.SVG, schema = @Schema(type = SchemaType.STRING)))
  public byte[] svg(@PathParam("id") UUID id, @PathParam("placement") UUID placement) {
    return code(id, placement).svg();
  }

  @GET
  @Path("/qr.png")
  @Produces(MediaTypes.PNG)
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "getPlacementQrPng", summary = "Its QR code, in pixels")
  @APIResponse(
      responseCode = "200",
      description = "The picture",
      content =
          @Content(
              mediaType = MediaTypes.PNG,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public byte[] png(
      @PathParam("id") UUID id,
      @PathParam("placement") UUID placement,
      @Parameter(description = "Length of a side in pixels.")
          @QueryParam("size")
          @DefaultValue("600")
          @Min(120)
          @Max(2000)
          int size) {
    return code(id, placement).png(size);
  }

  private QrCode code(UUID id, UUID placement) {
    return QrCode.of(placements.print(id, placement, caller.get()).link());
  }

  @GET
  @Path("/sheet.pdf")
  @Produces(MediaTypes.PDF)
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(
      operationId = "getPlacementSheet",
      summary = "A4 sheet of twelve labels to cut out, as PDF")
  @APIResponse(
      responseCode = "200",
      description = "PDF",
      content =
          @Content(
              mediaType = MediaTypes.PDF,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public byte[] sheet(
      @PathParam("id") UUID id,
      @PathParam("placement") UUID placement,
      @Parameter(hidden = true) @HeaderParam("Accept-Language") String acceptLanguage) {
    PrintedCode printed = placements.print(id, placement, caller.get());
    return sheets.labels(printed, line(printed, acceptLanguage));
  }

  @GET
  @Path("/poster.pdf")
  @Produces(MediaTypes.PDF)
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(operationId = "getPlacementPoster", summary = "A5 poster with its QR code, as PDF")
  @APIResponse(
      responseCode = "200",
      description = "PDF",
      content =
          @Content(
              mediaType = MediaTypes.PDF,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public byte[] poster(
      @PathParam("id") UUID id,
      @PathParam("placement") UUID placement,
      @Parameter(hidden = true) @HeaderParam("Accept-Language") String acceptLanguage) {
    PrintedCode printed = placements.print(id, placement, caller.get());
    return sheets.poster(printed, line(printed, acceptLanguage));
  }

  @GET
  @Path("/poster.svg")
  @Produces(MediaTypes.SVG)
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @LongDeskRead
  @Operation(
      operationId = "getPlacementPosterSvg",
      summary = "Poster with its QR code to share in messengers, for any size")
  @APIResponse(
      responseCode = "200",
      description = "The poster",
      content = @Content(mediaType = MediaTypes.SVG, schema = @Schema(type = SchemaType.STRING)))
  public byte[] posterSvg(
      @PathParam("id") UUID id,
      @PathParam("placement") UUID placement,
      @Parameter(hidden = true) @HeaderParam("Accept-Language") String acceptLanguage) {
    return posters.svg(shared(id, placement, acceptLanguage));
  }

  @GET
  @Path("/poster.png")
  @Produces(MediaTypes.PNG)
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @LongDeskRead
  @Operation(
      operationId = "getPlacementPosterPng",
      summary = "Poster with its QR code to share in messengers, 1080 pixels wide")
  @APIResponse(
      responseCode = "200",
      description = "The poster",
      content =
          @Content(
              mediaType = MediaTypes.PNG,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public byte[] posterPng(
      @PathParam("id") UUID id,
      @PathParam("placement") UUID placement,
      @Parameter(hidden = true) @HeaderParam("Accept-Language") String acceptLanguage) {
    return posters.png(shared(id, placement, acceptLanguage));
  }

  private SharePoster shared(UUID id, UUID placement, String acceptLanguage) {
    PageWords words = words(acceptLanguage);
    return placements.poster(id, placement, words::scanToFollow, caller.get());
  }

  private static String line(PrintedCode printed, String acceptLanguage) {
    return words(acceptLanguage).scanToFollow(printed.name());
  }

  private static PageWords words(String acceptLanguage) {
    String language = PageLanguage.of(acceptLanguage).locale();
    return MessageBundles.get(PageWords.class, Localized.Literal.of(language));
  }
}
