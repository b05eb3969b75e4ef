package org.yujian.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.auth.CurrentCaller;
import org.yujian.auth.Scopes;

/** One article: the editor of its draft, what was live, and what can be done with it. */
@Path("/desk/articles/{id}")
@Produces(DeskPages.HTML)
class ArticlePageResource {

  private static final String SECTION = "editions";

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance article(ArticlePages.View view, DeskFrame frame);

    static native TemplateInstance revision(ArticlePages.Comparison comparison, DeskFrame frame);
  }

  private final ArticlePages articles;
  private final DeskPages pages;
  private final CurrentCaller caller;

  ArticlePageResource(ArticlePages articles, DeskPages pages, CurrentCaller caller) {
    this.articles = articles;
    this.pages = pages;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(hidden = true)
  public Response article(
      @PathParam("id") UUID id, @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame(SECTION, acceptLanguage);
    return pages.show(Templates.article(articles.read(id, caller.get()), frame), frame);
  }

  @GET
  @Path("/revisions/{rev}")
  @PermissionsAllowed(Scopes.CONTENT_READ)
  @Operation(hidden = true)
  public Response revision(
      @PathParam("id") UUID id,
      @PathParam("rev") int rev,
      @HeaderParam("Accept-Language") String acceptLanguage) {
    DeskFrame frame = pages.frame(SECTION, acceptLanguage);
    return pages.show(Templates.revision(articles.compare(id, rev, caller.get()), frame), frame);
  }
}
