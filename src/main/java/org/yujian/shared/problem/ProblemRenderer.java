package org.yujian.shared.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.yujian.shared.json.Json;

/** Renders problems as documents (RFC 9457) with headers, for all layers. */
public final class ProblemRenderer {
  private static final Logger LOG = Logger.getLogger(ProblemRenderer.class);
  public static final String MEDIA_TYPE = "application/problem+json";
  private static final String RETRY_AFTER_SECONDS = "5";

  private ProblemRenderer() {}

  /**
   * Never fails: falls back to {@link LastResort}.
   *
   * @param acceptLanguage the request's header, or null
   * @param requestId identifies the request in the log
   */
  public static RenderedProblem render(Problem problem, String acceptLanguage, String requestId) {
    try {
      return document(problem, acceptLanguage, requestId);
    } catch (JsonProcessingException | RuntimeException | LinkageError | StackOverflowError e) {
      LOG.errorf(e, "The problem of request %s cannot be rendered", requestId);
      return LastResort.of(requestId);
    }
  }

  private static RenderedProblem document(Problem problem, String acceptLanguage, String requestId)
      throws JsonProcessingException {
    ProblemTexts texts = ProblemTexts.preferredBy(acceptLanguage);
    ProblemCode code = problem.code();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", "/problems/" + code.code());
    document.put("title", texts.title(code));
    document.put("status", code.status());
    document.put("detail", texts.detail(problem));
    document.put("code", code.code());
    document.put("requestId", requestId);
    if (!problem.errors().isEmpty()) {
      document.put("errors", problem.errors().stream().map(e -> entry(e, texts)).toList());
    }
    problem.members().forEach(document::putIfAbsent);
    byte[] body = Json.mapper().writeValueAsBytes(document);
    return new RenderedProblem(code.status(), headers(problem, texts, requestId), body);
  }

  private static Map<String, Object> entry(FieldError error, ProblemTexts texts) {
    Map<String, Object> entry = new LinkedHashMap<>();
    if (error.pointer() != null) {
      entry.put("pointer", error.pointer());
    }
    if (error.parameter() != null) {
      entry.put("parameter", error.parameter());
    }
    entry.put("code", error.code());
    entry.put("detail", texts.detail(error));
    return entry;
  }

  private static Map<String, String> headers(
      Problem problem, ProblemTexts texts, String requestId) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", MEDIA_TYPE);
    headers.put("Content-Language", texts.language());
    headers.put("Vary", "Accept-Language");
    headers.put("Cache-Control", "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put(RequestId.HEADER, requestId);
    if (problem.code().status() == 401) {
      headers.put("WWW-Authenticate", "Bearer realm=\"yujian\"");
    }
    if (List.of(429, 503).contains(problem.code().status())) {
      headers.put("Retry-After", RETRY_AFTER_SECONDS);
    }
    headers.putAll(problem.headers());
    return headers;
  }
}
