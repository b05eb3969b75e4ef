package org.yujian.media;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.auth.CurrentCaller;
import org.yujian.shared.web.Negotiation;

/** The files of pictures. Their addresses are in the pictures of articles and accounts. */
@Path("/media")
@Tag(name = "Pictures")
@PermitAll
class MediaResource {

  private static final String BINARY = "binary";

  private final PictureAccess access;
  private final CurrentCaller caller;

  MediaResource(PictureAccess access, CurrentCaller caller) {
    this.access = access;
    this.caller = caller;
  }

  @GET
  @Path("/{key}/{file}")
  @Operation(
      operationId = "getPictureFile",
      summary = "A file of a picture, as the addresses in articles and accounts name it")
  @APIResponse(
      responseCode = "200",
      description = "The file, or a part of it with 206; it never changes",
      content = {
        @Content(mediaType = "image/jpeg", schema = @Schema(type = STRING, format = BINARY)),
        @Content(mediaType = "image/webp", schema = @Schema(type = STRING, format = BINARY)),
        @Content(mediaType = "image/gif", schema = @Schema(type = STRING, format = BINARY))
      })
  public Response get(
      @Parameter(description = "Key of the picture.") @PathParam("key") String key,
      @Parameter(description = "`640.jpg`, `640.webp`, `wide-50x50-320.jpg`, `animation.gif`.")
          @PathParam("file")
          String file,
      @Parameter(hidden = true) @HeaderParam("If-None-Match") List<String> ifNoneMatch,
      @Parameter(hidden = true) @HeaderParam("Range") String range,
      @Parameter(hidden = true) @HeaderParam("If-Range") String ifRange,
      @Parameter(hidden = true) @CookieParam(PreviewAccess.COOKIE) String preview) {
    PictureAccess.Granted granted = access.grant(key, file, caller.get(), preview);
    String tag = "\"" + key + "-" + file + "\"";
    if (ifNoneMatch != null
        && !ifNoneMatch.isEmpty()
        && Negotiation.matching(ifNoneMatch, tag) != null) {
      return headers(Response.notModified(), granted, tag).build();
    }
    byte[] bytes = access.read(key, file);
    ByteRange part =
        ifRange == null || ifRange.equals(tag) ? ByteRange.of(range, bytes.length) : null;
    if (part == null) {
      return headers(Response.ok(bytes, granted.mediaType()), granted, tag).build();
    }
    if (!part.satisfiable()) {
      throw PictureProblems.rangeBehind(bytes.length);
    }
    return headers(
            Response.status(206)
                .entity(Arrays.copyOfRange(bytes, part.from(), part.to() + 1))
                .type(granted.mediaType()),
            granted,
            tag)
        .header("Content-Range", "bytes " + part.from() + "-" + part.to() + "/" + bytes.length)
        .build();
  }

  /** A picture is data of strangers: a browser must neither guess its type nor run anything. */
  private static Response.ResponseBuilder headers(
      Response.ResponseBuilder response, PictureAccess.Granted granted, String tag) {
    return response
        .header("ETag", tag)
        .header("Cache-Control", granted.cacheControl())
        .header("Accept-Ranges", "bytes")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Cross-Origin-Resource-Policy", "cross-origin");
  }
}
