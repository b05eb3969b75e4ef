package org.yujian.shared.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.shared.html.PageAssets;
import org.yujian.shared.problem.ProblemCode;

/** Serves style sheets and scripts of the pages. */
@Path("/assets")
@PermitAll
class AssetResource {

  private static final String CSS = "text/css;charset=UTF-8";
  private static final String SCRIPT = "text/javascript;charset=UTF-8";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final PageAssets assets;

  AssetResource(PageAssets assets) {
    this.assets = assets;
  }

  /** For another hash, of a node with another release, sends this file with no caching. */
  @GET
  @Path("/{hash:[0-9a-f]+}/{file:.+\\.css}")
  @Produces(CSS)
  @PublicRead
  @Operation(hidden = true)
  public Response css(@PathParam("hash") String hash, @PathParam("file") String file) {
    return send(hash, file, CSS);
  }

  @GET
  @Path("/{hash:[0-9a-f]+}/{file:.+\\.js}")
  @Produces(SCRIPT)
  @PublicRead
  @Operation(hidden = true)
  public Response script(@PathParam("hash") String hash, @PathParam("file") String file) {
    return send(hash, file, SCRIPT);
  }

  private Response send(String hash, String file, String type) {
    String text = assets.text(file).orElseThrow(ProblemCode.NOT_FOUND::problem);
    return Response.ok(text, type)
        .header("Cache-Control", assets.isCurrent(hash) ? FOR_EVER : "no-store")
        .build();
  }
}
