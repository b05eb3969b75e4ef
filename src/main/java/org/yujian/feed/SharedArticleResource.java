package org.yujian.feed;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.shared.html.PageLanguage;
import org.yujian.shared.web.PublicRead;
import org.yujian.shared.web.PublicUrl;

/** Web page of an article that people open and share. */
@Path("/a")
@PermitAll
public class SharedArticleResource {

  @CheckedTemplate
  public static final class Templates {
    private Templates() {}

    public static native TemplateInstance article(
        SharedArticle shared, PublicUrl site, PageLanguage language);
  }

  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  private final ArticleService articles;
  private final PublicUrl site;

  SharedArticleResource(ArticleService articles, PublicUrl site) {
    this.articles = articles;
    this.site = site;
  }

  @GET
  @Path("/{id}")
  @Produces(HTML)
  @PublicRead
  @Operation(hidden = true)
  public Response page(
      @PathParam("id") UUID id, @HeaderParam("Accept-Language") String acceptLanguage) {
    PageLanguage language = PageLanguage.of(acceptLanguage);
    String page =
        Templates.article(articles.shared(id), site, language)
            .setLocale(language.locale())
            .render();
    return Response.ok(page, HTML)
        .header("Content-Language", language.tag())
        .header("Vary", "Accept-Language")
        .build();
  }
}
