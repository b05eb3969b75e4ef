package org.yujian.media;

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
import org.yujian.auth.CurrentCaller;
import org.yujian.shared.web.Negotiation;

/** The files of pictures. Their addresses are in the pictures of articles and accounts. */
@Path("/media")
@PermitAll
class MediaResource {

  private final PictureAccess access;
  private final CurrentCaller caller;

  MediaResource(PictureAccess access, CurrentCaller caller) {
    this.access = access;
    this.caller = caller;
  }

  @GET
  @Path("/{key}/{file}")
  @Operation(hidden = true)
  public Response get(
      @PathParam("key") String key,
      @PathParam("file") String file,
      @HeaderParam("If-None-Match") List<String> ifNoneMatch,
      @HeaderParam("Range") String range,
      @HeaderParam("If-Range") String ifRange,
      @CookieParam(PreviewAccess.COOKIE) String preview) {
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
      return headers(Response.status(416), granted, tag)
          .header("Content-Range", "bytes */" + bytes.length)
          .build();
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
