package org.yujian.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yujian.shared.json.Json;

/**
 * Compares every answer that a test gets with the contract: an undescribed status, a wrong type or
 * an extra property fails the test. Requests are not compared, since many are wrong on purpose.
 */
public final class Contract implements Filter {
  /** Not part of the contract: pages, documents about it, and the resources of tests. */
  private static final List<String> OUTSIDE =
      List.of(
          "/v1/testing/",
          "/openapi",
          "/docs",
          "/problems",
          "/a/",
          "/assets/",
          "/favicon.",
          "/icon-",
          "/apple-touch-icon.",
          "/manifest.",
          "/q/",
          "/desk",
          "/.well-known/");

  /** Outside of it browsers get pages, of absence too; clients that ask for JSON are within. */
  private static final String API = "/v1/";

  private final OpenApiInteractionValidator validator;

  /**
   * @param document the generated contract
   */
  public Contract(JsonNode document) {
    validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(
                ContractDocument.strict(document).toString())
            .withBasePathOverride("/")
            .build();
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    Response response = context.next(request, expected);
    String path = URI.create(request.getURI()).getRawPath();
    List<String> violations =
        violations(
            request.getMethod(),
            path,
            response.statusCode(),
            response.contentType(),
            response.asByteArray(),
            response.headers());
    if (!violations.isEmpty()) {
      throw new AssertionError(
          request.getMethod() + " " + path + " breaks the contract:\n" + violations);
    }
    return response;
  }

  /** What is wrong with an answer whose headers nobody looks at; empty when nothing is. */
  public List<String> violations(
      String method, String path, int status, String contentType, byte[] body) {
    return violations(method, path, status, contentType, body, null);
  }

  /** The same, with the headers that the contract promises. */
  private List<String> violations(
      String method, String path, int status, String contentType, byte[] body, Headers headers) {
    boolean html = contentType != null && contentType.startsWith("text/html");
    if (html && !path.startsWith(API)) {
      return List.of();
    }
    if (OUTSIDE.stream().anyMatch(path::startsWith) || method.equals("OPTIONS")) {
      return status >= 400 ? problemViolations(status, contentType, body, method) : List.of();
    }
    if (method.equals("HEAD") || status == 304) {
      return List.of();
    }
    ValidationReport report = validate(method, path, status, contentType, body, headers);
    boolean unknown =
        report == null
            || report.getMessages().stream()
                .map(ValidationReport.Message::getKey)
                .anyMatch(Contract::isUnknownOperation);
    if (unknown && status >= 400) {
      return problemViolations(status, contentType, body, method);
    }
    return report == null
        ? List.of("unknown method " + method)
        : report.getMessages().stream()
            .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
            .filter(message -> headers != null || !isMissingHeader(message.getKey()))
            .map(ValidationReport.Message::toString)
            .collect(Collectors.toList());
  }

  /** What is wrong with a request's body; empty when nothing is. */
  public List<String> requestViolations(
      String method, String path, String contentType, String body) {
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(method, path)
            .withContentType(contentType)
            .withHeader("Authorization", "Bearer yj_example")
            .withHeader("If-Match", "\"v1\"")
            .withBody(body);
    return validator.validateRequest(request.build()).getMessages().stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(ValidationReport.Message::toString)
        .toList();
  }

  private static boolean isUnknownOperation(String key) {
    return key.equals("validation.request.path.missing")
        || key.equals("validation.request.operation.notAllowed");
  }

  private static boolean isMissingHeader(String key) {
    return key.equals("validation.response.header.missing");
  }

  private ValidationReport validate(
      String method, String path, int status, String contentType, byte[] body, Headers headers) {
    Request.Method known;
    try {
      known = Request.Method.valueOf(method.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      return null;
    }
    SimpleResponse.Builder answer = SimpleResponse.Builder.status(status);
    if (contentType != null && !contentType.isEmpty()) {
      answer.withContentType(contentType);
    }
    if (headers != null) {
      headers.forEach(header -> answer.withHeader(header.getName(), header.getValue()));
    }
    if (body.length > 0) {
      answer.withBody(new String(body, StandardCharsets.UTF_8));
    }
    return validator.validateResponse(path, known, answer.build());
  }

  /** For answers of addresses and methods that the contract does not have. */
  public static List<String> problemViolations(
      int status, String contentType, byte[] body, String method) {
    if (contentType == null || !contentType.startsWith("application/problem+json")) {
      return List.of("no problem document but " + contentType);
    }
    if (method.equals("HEAD")) {
      return List.of();
    }
    try {
      JsonNode problem = Json.mapper().readTree(body);
      boolean good =
          problem.path("status").asInt() == status
              && problem.path("type").asText().equals("/problems/" + problem.path("code").asText())
              && List.of("title", "detail", "code", "requestId").stream()
                  .noneMatch(name -> problem.path(name).asText().isEmpty());
      return good ? List.of() : List.of("an incomplete problem: " + problem);
    } catch (IOException e) {
      return List.of("no JSON: " + e.getMessage());
    }
  }
}
