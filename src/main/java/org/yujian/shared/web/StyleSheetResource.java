package org.yujian.shared.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.shared.html.StyleSheet;

/** Serves the style sheet of the pages. */
@Path("/assets")
@PermitAll
class StyleSheetResource {

  private static final String CSS = "text/css;charset=UTF-8";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final StyleSheet style;

  StyleSheetResource(StyleSheet style) {
    this.style = style;
  }

  /** For another hash, of a node with another release, sends this sheet with no caching. */
  @GET
  @Path("/page.{hash:[0-9a-f]+}.css")
  @Produces(CSS)
  @PublicRead
  @Operation(hidden = true)
  public Response css(@PathParam("hash") String hash) {
    return Response.ok(style.css(), CSS)
        .header("Cache-Control", style.isCurrent(hash) ? FOR_EVER : "no-store")
        .build();
  }
}
