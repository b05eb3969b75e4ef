package org.yujian.follow;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.shared.html.PageLanguage;
import org.yujian.shared.web.PublicRead;
import org.yujian.shared.web.PublicUrl;

/**
 * The home page: newest articles, accounts with their follow codes, and links to the documentation.
 * HTML only; programs read {@code /v1/articles} and {@code /v1/accounts}.
 */
@Path("/")
@PermitAll
class FrontPageResource {

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance front(FrontPage front, PublicUrl site, PageLanguage language);
  }

  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  private final FrontPageService service;
  private final PublicUrl site;

  FrontPageResource(FrontPageService service, PublicUrl site) {
    this.service = service;
    this.site = site;
  }

  @GET
  @Produces(HTML)
  @PublicRead
  @Operation(hidden = true)
  public Response page(@HeaderParam("Accept-Language") String acceptLanguage) {
    PageLanguage language = PageLanguage.of(acceptLanguage);
    String page =
        Templates.front(service.read(), site, language).setLocale(language.locale()).render();
    return Response.ok(page, HTML)
        .header("Content-Language", language.tag())
        .header("Vary", "Accept-Language")
        .build();
  }
}
