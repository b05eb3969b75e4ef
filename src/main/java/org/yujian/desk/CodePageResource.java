package org.yujian.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.target.FollowTargetView;
import org.yujian.target.PlacementView;
import org.yujian.target.TargetService;

/** Follow targets, where their codes are displayed, and what is printed of them. */
@Path(CodePages.PATH)
@Produces(DeskPages.HTML)
class CodePageResource {

  private static final String SECTION = "codes";

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance targets(CodePages.Targets list, DeskFrame frame);

    static native TemplateInstance target(CodePages.Target target, DeskFrame frame);

    static native TemplateInstance print(
        FollowTargetView target, PlacementView placement, DeskFrame frame);
  }

  private final CodePages codes;
  private final TargetService targets;
  private final DeskPages pages;
  private final CurrentCaller caller;

  CodePageResource(CodePages codes, TargetService targets, DeskPages pages, CurrentCaller caller) {
    this.codes = codes;
    this.targets = targets;
    this.pages = pages;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(hidden = true)
  public Response list(
      @QueryParam("cursor") String cursor, @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame(SECTION, acceptLanguage);
    return pages.show(Templates.targets(codes.list(cursor, caller.get()), frame), frame);
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(hidden = true)
  public Response target(
      @PathParam("id") UUID id,
      @QueryParam("cursor") String cursor,
      @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame(SECTION, acceptLanguage);
    return pages.show(Templates.target(codes.read(id, cursor, caller.get()), frame), frame);
  }

  @GET
  @Path("/{id}/placements/{placement}/print")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(hidden = true)
  public Response print(
      @PathParam("id") UUID id,
      @PathParam("placement") UUID placement,
      @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame(SECTION, acceptLanguage);
    PlacementView printed = codes.printable(id, placement, caller.get());
    FollowTargetView target = targets.deskRead(id, caller.get());
    return pages.show(Templates.print(target, printed, frame), frame);
  }
}
