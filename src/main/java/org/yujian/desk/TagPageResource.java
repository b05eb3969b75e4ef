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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.auth.Caller;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.tag.TagPage;
import org.yujian.tag.TagService;
import org.yujian.tag.TagView;

/** The list of tags, which can be made and renamed here. */
@Path("/desk/tags")
class TagPageResource {

  /**
   * A page of the list.
   *
   * @param creator whether the caller may make tags
   * @param admin whether the caller may rename tags
   */
  record Listed(List<TagView> tags, PageLinks links, boolean creator, boolean admin) {}

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance tags(Listed list, DeskFrame frame);
  }

  private final TagService tags;
  private final DeskPages pages;
  private final CurrentCaller caller;

  TagPageResource(TagService tags, DeskPages pages, CurrentCaller caller) {
    this.tags = tags;
    this.pages = pages;
    this.caller = caller;
  }

  @GET
  @Produces(DeskPages.HTML)
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(hidden = true)
  public Response tags(
      @QueryParam("cursor") String cursor, @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame("tags", acceptLanguage);
    Caller who = caller.get();
    PageRequest page = PageRequest.of(null, cursor, "desk tags", PageKey.Named.class);
    TagPage found = tags.list(page);
    Listed list =
        new Listed(
            found.items(),
            PageLinks.of("/desk/tags", Map.of(), cursor, found.next()),
            who.has(Scopes.CONTENT_PUBLISH) && who.unlimited(),
            who.has(Scopes.ADMIN) && who.unlimited());
    return pages.show(Templates.tags(list, frame), frame);
  }
}
