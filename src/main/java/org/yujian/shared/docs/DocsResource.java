package org.yujian.shared.docs;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.web.PublicRead;

/** Serves Swagger UI. */
@Path("/docs")
@PermitAll
class DocsResource {

  /**
   * Scripts and styles are files of this server, requests go to this server only, and no site can
   * frame the page: a key that someone enters here stays here.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** The addresses have no version, so a browser must ask whether a file has changed. */
  private static final String REVALIDATE = "no-cache";

  private final DocsFiles files;

  DocsResource(DocsFiles files) {
    this.files = files;
  }

  @GET
  @PublicRead(cached = false)
  @Operation(hidden = true)
  public Response page() {
    return response("index.html");
  }

  @GET
  @Path("/{file}")
  @PublicRead(cached = false)
  @Operation(hidden = true)
  public Response file(@PathParam("file") String name) {
    return response(name);
  }

  private Response response(String name) {
    DocsFiles.DocsFile file = files.find(name).orElseThrow(ProblemCode.NOT_FOUND::problem);
    return Response.ok(file.body(), file.type())
        .header("Cache-Control", REVALIDATE)
        .header("Content-Security-Policy", POLICY)
        .build();
  }
}
