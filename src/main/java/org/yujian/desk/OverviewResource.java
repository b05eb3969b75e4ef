package org.yujian.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;

/** The first page of the desk: what waits, what is planned and what is live. */
@Path("/desk")
class OverviewResource {

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance overview(Overview overview, DeskFrame frame);
  }

  private final OverviewService service;
  private final DeskPages pages;
  private final CurrentCaller caller;

  OverviewResource(OverviewService service, DeskPages pages, CurrentCaller caller) {
    this.service = service;
    this.pages = pages;
    this.caller = caller;
  }

  @GET
  @Produces(DeskPages.HTML)
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(hidden = true)
  public Response overview(@HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame("overview", acceptLanguage);
    return pages.show(Templates.overview(service.read(caller.get()), frame), frame);
  }
}
