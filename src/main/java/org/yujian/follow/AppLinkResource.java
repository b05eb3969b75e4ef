package org.yujian.follow;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.web.MediaTypes;
import org.yujian.shared.web.PublicRead;

/**
 * Serves the files that let phones open pages of this site in the app (Apple universal links,
 * Android app links). Apple and Google define their formats, so they are not part of the contract.
 */
@Path("/.well-known")
@Produces(MediaTypes.JSON)
@PermitAll
class AppLinkResource {

  private static final String ONE_HOUR = "max-age=3600";

  private final AppLinks app;

  AppLinkResource(AppLinks app) {
    this.app = app;
  }

  @GET
  @Path("/apple-app-site-association")
  @PublicRead(cached = false, cacheControl = ONE_HOUR)
  @Operation(hidden = true)
  public AppLinks.Apple apple() {
    return app.apple().orElseThrow(ProblemCode.NOT_FOUND::problem);
  }

  @GET
  @Path("/assetlinks.json")
  @PublicRead(cached = false, cacheControl = ONE_HOUR)
  @Operation(hidden = true)
  public List<AppLinks.Statement> android() {
    return app.android().orElseThrow(ProblemCode.NOT_FOUND::problem);
  }
}
