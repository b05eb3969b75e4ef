package org.yujian.shared.docs;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.shared.html.PageLanguage;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.web.PublicRead;

/** The guides to the API as pages, in English. */
@Path("/docs/guides")
@PermitAll
class GuideResource {

  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
  private static final String ONE_HOUR = "max-age=3600";

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance guide(Guides.Guide guide);
  }

  private final Guides guides;

  GuideResource(Guides guides) {
    this.guides = guides;
  }

  @GET
  @PublicRead(cached = false, cacheControl = ONE_HOUR)
  @Operation(hidden = true)
  public Response list() {
    return page(Guides.INDEX);
  }

  @GET
  @Path("/{name}")
  @PublicRead(cached = false, cacheControl = ONE_HOUR)
  @Operation(hidden = true)
  public Response page(@PathParam("name") String name) {
    Guides.Guide guide = guides.find(name).orElseThrow(ProblemCode.NOT_FOUND::problem);
    PageLanguage english = PageLanguage.EN;
    String page = Templates.guide(guide).setLocale(english.locale()).render();
    return Response.ok(page, HTML).header("Content-Language", english.tag()).build();
  }
}
