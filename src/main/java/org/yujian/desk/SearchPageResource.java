package org.yujian.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.search.DeskCopy;
import org.yujian.shared.edge.LongDeskRead;

/** Searches drafts, live articles and withdrawn ones. */
@Path(SearchPages.PATH)
class SearchPageResource {

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance search(SearchPages.View view, DeskFrame frame);
  }

  private final SearchPages search;
  private final DeskPages pages;
  private final CurrentCaller caller;

  SearchPageResource(SearchPages search, DeskPages pages, CurrentCaller caller) {
    this.search = search;
    this.pages = pages;
    this.caller = caller;
  }

  @GET
  @LongDeskRead
  @Produces(DeskPages.HTML)
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(hidden = true)
  public Response search(
      @QueryParam("q") String q,
      @QueryParam("copy") DeskCopy copy,
      @QueryParam("cursor") String cursor,
      @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame("search", acceptLanguage);
    return pages.show(Templates.search(search.read(q, copy, cursor, caller.get()), frame), frame);
  }
}
