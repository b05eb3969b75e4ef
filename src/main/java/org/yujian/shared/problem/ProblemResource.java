package org.yujian.shared.problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * What stands behind a problem's {@code type}: what happened and what to do about it, as a page or,
 * for programs that ask for it, as JSON.
 */
@Path("/problems")
@Produces({ProblemResource.HTML, MediaType.APPLICATION_JSON})
@PermitAll
class ProblemResource {
  static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance problem(
        String language, String code, int status, String title, String help);

    static native TemplateInstance problems(String language, List<Explained> problems);
  }

  /** One code in one language. */
  record Explained(String code, String title, int status, String help) {
    static Explained of(ProblemCode code, ProblemTexts texts) {
      return new Explained(code.code(), texts.title(code), code.status(), texts.help(code));
    }
  }

  @GET
  @Operation(hidden = true)
  public Response list(
      @Context HttpHeaders headers, @HeaderParam("Accept-Language") String acceptLanguage) {
    ProblemTexts texts = ProblemTexts.preferredBy(acceptLanguage);
    List<Explained> all =
        Arrays.stream(ProblemCode.values()).map(code -> Explained.of(code, texts)).toList();
    return wantsJson(headers)
        ? answer(Map.of("items", all), MediaType.APPLICATION_JSON, texts)
        : answer(Templates.problems(texts.language(), all).render(), HTML, texts);
  }

  @GET
  @Path("/{code}")
  @Operation(hidden = true)
  public Response page(
      @PathParam("code") String code,
      @Context HttpHeaders headers,
      @HeaderParam("Accept-Language") String acceptLanguage) {
    ProblemCode known =
        Arrays.stream(ProblemCode.values())
            .filter(value -> value.code().equals(code))
            .findFirst()
            .orElseThrow(ProblemCode.NOT_FOUND::problem);
    ProblemTexts texts = ProblemTexts.preferredBy(acceptLanguage);
    Explained it = Explained.of(known, texts);
    if (wantsJson(headers)) {
      return answer(it, MediaType.APPLICATION_JSON, texts);
    }
    String page =
        Templates.problem(texts.language(), it.code(), it.status(), it.title(), it.help()).render();
    return answer(page, HTML, texts);
  }

  private static boolean wantsJson(HttpHeaders headers) {
    for (MediaType type : headers.getAcceptableMediaTypes()) {
      if (type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
        return false;
      }
      if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
        return true;
      }
    }
    return false;
  }

  private static Response answer(Object entity, String type, ProblemTexts texts) {
    return Response.ok(entity, type)
        .header("Content-Language", texts.language())
        .header("Vary", "Accept, Accept-Language")
        .header("Cache-Control", "max-age=3600")
        .build();
  }
}
