package org.yujian.editing;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.feed.SharedArticleResource;
import org.yujian.media.PreviewAccess;
import org.yujian.shared.html.PageLanguage;
import org.yujian.shared.web.PublicUrl;

/** Shows a draft as a web page or as JSON to anyone with a preview link. */
@Path("/preview")
@PermitAll
class PreviewResource {

  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  private final PreviewService previews;
  private final PublicUrl site;

  PreviewResource(PreviewService previews, PublicUrl site) {
    this.previews = previews;
    this.site = site;
  }

  @GET
  @Path("/{token}")
  @Produces(HTML)
  @Operation(hidden = true)
  public Response page(
      @PathParam("token") String token, @HeaderParam("Accept-Language") String acceptLanguage) {
    PageLanguage language = PageLanguage.of(acceptLanguage);
    String page =
        SharedArticleResource.Templates.article(previews.open(token), site, language)
            .setLocale(language.locale())
            .render();
    return unseen(Response.ok(page, HTML), token)
        .header("Content-Language", language.tag())
        .build();
  }

  @GET
  @Path("/{token}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Response json(@PathParam("token") String token) {
    return unseen(Response.ok(previews.open(token).article()), token).build();
  }

  /**
   * Forbids caching and indexing by search engines. The cookie shows the draft's pictures, which
   * are not public, to the page.
   */
  private static Response.ResponseBuilder unseen(Response.ResponseBuilder response, String token) {
    return response
        .cookie(
            new NewCookie.Builder(PreviewAccess.COOKIE)
                .value(token)
                .path("/media")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build())
        .header("Cache-Control", "no-store")
        .header("X-Robots-Tag", "noindex, nofollow")
        .header("Vary", "Accept, Accept-Language");
  }
}
