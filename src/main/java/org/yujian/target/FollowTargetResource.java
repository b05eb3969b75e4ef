package org.yujian.target;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.MediaTypes;
import org.yujian.shared.web.PublicRead;

/** Public endpoints that read follow targets and their QR codes. */
@Path("/v1/follow-targets")
@Tag(name = "Follow targets")
@PermitAll
class FollowTargetResource {

  /** Caching of URLs without a picture version; their picture may change at any time. */
  private static final String ONE_DAY = "max-age=86400";

  private final TargetService targets;

  FollowTargetResource(TargetService targets) {
    this.targets = targets;
  }

  @GET
  @PublicRead
  @Operation(
      operationId = "listFollowTargets",
      summary = "Whom to follow: all in the order of pinyin, or what an edition shows")
  public FollowTargetPage list(
      @Parameter(description = "Only of this account: its id, or `@` and its handle.")
          @QueryParam("account")
          String account,
      @QueryParam("edition") UUID edition,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    TargetFilter filter = new TargetFilter(account, edition);
    Class<? extends PageKey> key = edition == null ? PageKey.Named.class : PageKey.Feed.class;
    return targets.list(filter, PageRequest.of(limit, cursor, filter.toString(), key));
  }

  @GET
  @Path("/{id}")
  @PublicRead
  @Operation(operationId = "getFollowTarget", summary = "One follow target")
  public FollowTargetView get(@PathParam("id") UUID id) {
    return targets.read(id);
  }

  @GET
  @Path("/{id}/qr.svg")
  @Produces(MediaTypes.SVG)
  @PublicRead
  @Operation(operationId = "getFollowTargetQrSvg", summary = "Its QR code, for any size")
  @APIResponse(
      responseCode = "200",
      description = "The picture",
      content = @Content(mediaType = MediaTypes.SVG, schema = @Schema(type = SchemaType.STRING)))
  public RestResponse<byte[]> svg(
      @PathParam("id") UUID id,
      @Parameter(description = "Version of the picture, as in the paths of `qr`.") @QueryParam("v")
          String version) {
    QrPicture picture = targets.qr(id);
    return answer(picture.code().svg(), picture, version);
  }

  @GET
  @Path("/{id}/qr.png")
  @Produces(MediaTypes.PNG)
  @PublicRead
  @Operation(operationId = "getFollowTargetQrPng", summary = "Its QR code, in pixels")
  @APIResponse(
      responseCode = "200",
      description = "The picture",
      content =
          @Content(
              mediaType = MediaTypes.PNG,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public RestResponse<byte[]> png(
      @PathParam("id") UUID id,
      @Parameter(description = "Length of a side in pixels.")
          @QueryParam("size")
          @DefaultValue("600")
          @Min(120)
          @Max(2000)
          int size,
      @Parameter(description = "Version of the picture, as in the paths of `qr`.") @QueryParam("v")
          String version) {
    QrPicture picture = targets.qr(id);
    return answer(picture.code().png(size), picture, version);
  }

  private static RestResponse<byte[]> answer(byte[] bytes, QrPicture picture, String asked) {
    ResponseBuilder<byte[]> answer = ResponseBuilder.ok(bytes);
    if (picture.version().equals(asked)) {
      answer.header("Cache-Control", ONE_DAY);
    }
    return answer.build();
  }
}
