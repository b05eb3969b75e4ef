package org.yujian.shared.problem;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yujian.shared.html.PageLanguage;
import org.yujian.shared.html.PagePolicy;

/** Renders a problem as an HTML page, for people who open addresses outside the API. */
final class ProblemPage {

  private static final String MEDIA_TYPE = "text/html;charset=UTF-8";

  /** Below this path browsers get the document too: whoever opens the API wants its response. */
  private static final String API = "/v1/";

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance problem(
        PageLanguage language,
        int status,
        String title,
        String text,
        String reason,
        String note,
        Instant at);
  }

  private ProblemPage() {}

  /** Browsers accept HTML; other clients get the JSON document. */
  static boolean isWanted(HttpServerRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/html") && !request.path().startsWith(API);
  }

  /** Replaces the document's body with a page; status and other headers stay. */
  static RenderedProblem of(Problem problem, RenderedProblem document, String acceptLanguage) {
    PageLanguage language = PageLanguage.of(acceptLanguage);
    ProblemTexts texts = language == PageLanguage.EN ? ProblemTexts.EN : ProblemTexts.ZH;
    Map<String, Object> members = problem.members();
    String page =
        Templates.problem(
                language,
                problem.code().status(),
                texts.title(problem.code()),
                texts.page(problem),
                (String) members.get("class"),
                (String) members.get("note"),
                (Instant) members.get("at"))
            .setLocale(language.locale())
            .render();
    Map<String, String> headers = new LinkedHashMap<>(document.headers());
    headers.putAll(PagePolicy.HEADERS);
    headers.put("Content-Type", MEDIA_TYPE);
    headers.put("Content-Language", language.tag());
    headers.put("Vary", "Accept, Accept-Language");
    headers.put("X-Robots-Tag", "noindex");
    return new RenderedProblem(document.status(), headers, page.getBytes(StandardCharsets.UTF_8));
  }
}
