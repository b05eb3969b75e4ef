package org.yujian.auth;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.shared.edge.LongDeskRead;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.web.MediaTypes;

/** Desk endpoints of the audit log. Head and verification need a key without account limits. */
@Path("/v1/desk/audit")
@Tag(name = "Desk audit")
class DeskAuditResource {

  private final AuditService audit;
  private final CurrentCaller caller;

  DeskAuditResource(AuditService audit, CurrentCaller caller) {
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Scopes.AUDIT)
  @Operation(operationId = "listAuditEntries", summary = "Who did what, newest first")
  public AuditPage list(
      @BeanParam AuditFilter filter,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return audit.list(
        filter, PageRequest.of(limit, cursor, filter.toString(), PageKey.Feed.class), caller.get());
  }

  @GET
  @Path("/head")
  @PermissionsAllowed(Scopes.AUDIT)
  @Operation(
      operationId = "getAuditHead",
      summary = "The sealed end of the audit; kept elsewhere, it proves what came before it")
  public AuditHead head() {
    return audit.head(caller.get());
  }

  @GET
  @Path("/verify")
  @PermissionsAllowed(Scopes.AUDIT)
  @Operation(
      operationId = "verifyAudit",
      summary = "Compare every sealed row with the chain; names the first that is wrong")
  public AuditVerification verify(
      @Parameter(
              description = "The `sha256` of an earlier head, to find out whether it still stands.")
          @QueryParam("head")
          String head) {
    return audit.verify(head, caller.get());
  }

  @GET
  @LongDeskRead
  @Path("/export")
  @Produces(MediaTypes.JSON_LINES)
  @PermissionsAllowed(Scopes.AUDIT)
  @Operation(
      operationId = "exportAudit",
      summary = "The sealed rows as JSON lines, in the order of the chain")
  @APIResponse(
      responseCode = "200",
      description =
          "One AuditEntry for each line. The last line is the AuditHead; an export without it is"
              + " incomplete.",
      content =
          @Content(mediaType = MediaTypes.JSON_LINES, schema = @Schema(type = SchemaType.STRING)))
  public StreamingOutput export() {
    Caller who = caller.get();
    return out -> audit.export(out, who);
  }
}
