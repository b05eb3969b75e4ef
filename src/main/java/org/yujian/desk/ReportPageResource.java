package org.yujian.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.follow.report.ReportFilter;
import org.yujian.shared.edge.LongDeskRead;

/** Scans and follows as pictures, drawn here so that they need no script. */
@Path("/desk/reports")
class ReportPageResource {

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance reports(ReportPages.View view, DeskFrame frame);
  }

  private final ReportPages reports;
  private final DeskPages pages;
  private final CurrentCaller caller;

  ReportPageResource(ReportPages reports, DeskPages pages, CurrentCaller caller) {
    this.reports = reports;
    this.pages = pages;
    this.caller = caller;
  }

  @GET
  @LongDeskRead
  @Produces(DeskPages.HTML)
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(hidden = true)
  public Response reports(
      @BeanParam ReportFilter filter, @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame("reports", acceptLanguage);
    return pages.show(Templates.reports(reports.read(filter, caller.get()), frame), frame);
  }
}
