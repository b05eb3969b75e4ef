package org.yujian.shared.docs;

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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.yujian.shared.html.PageLanguage;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.problem.ProblemTexts;
import org.yujian.shared.web.PublicRead;

/**
 * Explains problem codes at the address in a problem's {@code type}: cause and remedy, as a page,
 * or as JSON for clients that prefer it.
 */
@Path("/problems")
@Produces({ProblemResource.HTML, MediaType.APPLICATION_JSON})
@PermitAll
class ProblemResource {
  static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  private static final String ONE_HOUR = "max-age=3600";

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance problem(PageLanguage language, Explained problem);

    static native TemplateInstance problems(PageLanguage language, List<Explained> problems);
  }

  private static final Comparator<Explained> BY_STATUS =
      Comparator.comparingInt(Explained::status).thenComparing(Explained::code);

  record Explained(String code, String title, int status, String help) {
    static Explained of(ProblemCode code, ProblemTexts texts) {
      return new Explained(code.code(), texts.title(code), code.status(), texts.help(code));
    }
  }

  @GET
  @PublicRead(cached = false, cacheControl = ONE_HOUR)
  @Operation(hidden = true)
  public Response list(
      @Context HttpHeaders headers, @HeaderParam("Accept-Language") String acceptLanguage) {
    ProblemTexts texts = ProblemTexts.preferredBy(acceptLanguage);
    List<Explained> all =
        Arrays.stream(ProblemCode.values()).map(code -> Explained.of(code, texts)).toList();
    if (wantsJson(headers)) {
      return answer(Map.of("items", all), MediaType.APPLICATION_JSON, texts);
    }
    PageLanguage language = language(texts);
    List<Explained> sorted = all.stream().sorted(BY_STATUS).toList();
    return answer(page(Templates.problems(language, sorted), language), HTML, texts);
  }

  @GET
  @Path("/{code}")
  @PublicRead(cached = false, cacheControl = ONE_HOUR)
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
    PageLanguage language = language(texts);
    return answer(page(Templates.problem(language, it), language), HTML, texts);
  }

  private static PageLanguage language(ProblemTexts texts) {
    return texts == ProblemTexts.EN ? PageLanguage.EN : PageLanguage.ZH;
  }

  private static String page(TemplateInstance page, PageLanguage language) {
    return page.setLocale(language.locale()).render();
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
        .build();
  }
}
