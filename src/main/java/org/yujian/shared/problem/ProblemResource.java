package org.yujian.shared.problem;

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
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page behind a problem's {@code type}: what happened and what to do about it. */
@Path("/problems")
class ProblemResource {

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance problem(
        String language, String code, int status, String title, String help);
  }

  @GET
  @Path("/{code}")
  @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
  @PermitAll
  @Operation(hidden = true)
  public Response page(
      @PathParam("code") String code, @HeaderParam("Accept-Language") String acceptLanguage) {
    ProblemCode known =
        Arrays.stream(ProblemCode.values())
            .filter(value -> value.code().equals(code))
            .findFirst()
            .orElseThrow(ProblemCode.NOT_FOUND::problem);
    ProblemTexts texts = ProblemTexts.preferredBy(acceptLanguage);
    String page =
        Templates.problem(
                texts.language(),
                known.code(),
                known.status(),
                texts.title(known),
                texts.help(known))
            .render();
    return Response.ok(page)
        .header("Content-Language", texts.language())
        .header("Vary", "Accept-Language")
        .header("Cache-Control", "max-age=3600")
        .build();
  }
}
