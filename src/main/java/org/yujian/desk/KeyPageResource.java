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

/** Keys: who has one, new ones, new secrets, and their end. */
@Path(KeyPages.PATH)
@Produces(DeskPages.HTML)
class KeyPageResource {

  private static final String SECTION = "settings";

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance keys(KeyPages.Keys list, DeskFrame frame);

    static native TemplateInstance key(KeyPages.Shown shown, DeskFrame frame);
  }

  private final KeyPages keys;
  private final DeskPages pages;
  private final CurrentCaller caller;

  KeyPageResource(KeyPages keys, DeskPages pages, CurrentCaller caller) {
    this.keys = keys;
    this.pages = pages;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Scopes.KEYS)
  @Operation(hidden = true)
  public Response list(
      @QueryParam("cursor") String cursor, @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame(SECTION, acceptLanguage);
    return pages.show(Templates.keys(keys.list(cursor, caller.get()), frame), frame);
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Scopes.KEYS)
  @Operation(hidden = true)
  public Response key(
      @PathParam("id") UUID id, @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame(SECTION, acceptLanguage);
    return pages.show(Templates.key(keys.read(id, caller.get()), frame), frame);
  }
}
