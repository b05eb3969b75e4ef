package org.yujian.follow;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.yujian.shared.html.PageLanguage;
import org.yujian.shared.web.MediaTypes;
import org.yujian.shared.web.PublicRead;
import org.yujian.shared.web.PublicUrl;

/** The landing page of a scanned code, for people and for apps. A GET follows nothing. */
@Path("/f/{code}")
@Tag(name = "follow targets")
@PermitAll
class LandingResource {

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance landing(
        Landing landing, String path, PublicUrl site, PageLanguage language);
  }

  @Inject LandingService landings;
  @Inject PublicUrl site;

  @GET
  @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
  @PublicRead
  @Operation(hidden = true)
  public Response page(
      @PathParam("code") String code, @HeaderParam("Accept-Language") String acceptLanguage) {
    PageLanguage language = PageLanguage.of(acceptLanguage);
    String page =
        Templates.landing(landings.read(code), "/f/" + code, site, language)
            .setLocale(language.locale())
            .render();
    return answer(page).header("Content-Language", language.tag()).build();
  }

  @GET
  @Produces(MediaTypes.JSON)
  @PublicRead
  @Operation(
      operationId = "getLanding",
      summary = "Where a scanned code leads: account, follow target and newest articles")
  @APIResponseSchema(Landing.class)
  public Response json(@PathParam("code") String code) {
    return answer(landings.read(code)).build();
  }

  /** The same address has other bytes by format and language. */
  private static Response.ResponseBuilder answer(Object content) {
    return Response.ok(content)
        .header("Vary", "Accept, Accept-Language")
        .header("X-Robots-Tag", "noindex");
  }
}
