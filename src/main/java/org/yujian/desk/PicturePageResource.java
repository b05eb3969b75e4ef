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

/** The media library and its pictures: what they show, how they are cut, where they are used. */
@Path("/desk/pictures")
@Produces(DeskPages.HTML)
class PicturePageResource {

  private static final String SECTION = "pictures";

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance pictures(PictureLibraryView library, DeskFrame frame);

    static native TemplateInstance picture(PictureView view, DeskFrame frame);
  }

  private final PicturePages pictures;
  private final DeskPages pages;
  private final CurrentCaller caller;

  PicturePageResource(PicturePages pictures, DeskPages pages, CurrentCaller caller) {
    this.pictures = pictures;
    this.pages = pages;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(hidden = true)
  public Response pictures(
      @QueryParam("account") UUID account,
      @QueryParam("used") Boolean used,
      @QueryParam("cursor") String cursor,
      @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame(SECTION, acceptLanguage);
    PictureLibraryView library = pictures.list(account, used, cursor, caller.get());
    return pages.show(Templates.pictures(library, frame), frame);
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(hidden = true)
  public Response picture(
      @PathParam("id") UUID id, @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame(SECTION, acceptLanguage);
    return pages.show(Templates.picture(pictures.read(id, caller.get()), frame), frame);
  }
}
