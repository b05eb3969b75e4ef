package org.yujian.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.auth.AuditService;
import org.yujian.auth.AuditVerification;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.shared.edge.LongDeskRead;

/** The audit: who did what, and whether its chain is unchanged. */
@Path(AuditPages.PATH)
@Produces(DeskPages.HTML)
class AuditPageResource {

  private static final String SECTION = "settings";

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance rows(AuditPages.Rows rows, DeskFrame frame);

    static native TemplateInstance verification(
        AuditVerification result, String head, DeskFrame frame);
  }

  private final AuditPages rows;
  private final AuditService audit;
  private final DeskPages pages;
  private final CurrentCaller caller;

  AuditPageResource(AuditPages rows, AuditService audit, DeskPages pages, CurrentCaller caller) {
    this.rows = rows;
    this.audit = audit;
    this.pages = pages;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Scopes.AUDIT)
  @Operation(hidden = true)
  public Response list(
      @BeanParam AuditQuery query,
      @QueryParam("cursor") String cursor,
      @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame(SECTION, acceptLanguage);
    return pages.show(Templates.rows(rows.list(query, cursor, caller.get()), frame), frame);
  }

  @GET
  @Path("/verification")
  @LongDeskRead
  @PermissionsAllowed(Scopes.AUDIT)
  @Operation(hidden = true)
  public Response verification(
      @QueryParam("head") String head, @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame(SECTION, acceptLanguage);
    AuditVerification result = audit.verify(head, caller.get());
    return pages.show(Templates.verification(result, head, frame), frame);
  }
}
