package org.yujian.shared.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Adds the responses that many operations share: problems by status, 304 and 204. Each is defined
 * once in {@code components/responses}, with its headers, and operations refer to it.
 */
final class ContractResponses {
  static final String PROBLEM = "Problem";

  private static final String NO_CONTENT = "204";
  private static final String NOT_MODIFIED = "304";

  private record Shared(String name, String meaning) {}

  private static final Map<String, Shared> SHARED = new TreeMap<>();

  static {
    share(NO_CONTENT, "NoContent", "Done. The response has no body.");
    share(NOT_MODIFIED, "NotModified", "The copy named in `If-None-Match` is still valid.");
    share("400", "BadRequest", "The request, a parameter or the cursor is malformed.");
    share("401", "Unauthorized", "The key or token is missing or not valid.");
    share("403", "Forbidden", "The key or token does not allow this.");
    share("404", "NotFound", "It does not exist, or it is not public.");
    share("406", "NotAcceptable", "No representation matches `Accept`.");
    share("409", "Conflict", "The request conflicts with the current state.");
    share("410", "Gone", "Withdrawn, closed, ended or expired for ever.");
    share(
        "412",
        "PreconditionFailed",
        "Changed since the version in `If-Match`. The problem says when, and by whom where known.");
    share("413", "ContentTooLarge", "Over a size limit. The problem has its name and value.");
    share("415", "UnsupportedMediaType", "The content type is not accepted.");
    share(
        "422",
        "UnprocessableContent",
        "Well formed but not allowed. The problem's `errors` say where.");
    share("428", "PreconditionRequired", "`If-Match` is missing.");
    share("429", "TooManyRequests", "Too many requests. Retry after `Retry-After` seconds.");
    share("500", "InternalServerError", "An unexpected error.");
    share("503", "ServiceUnavailable", "Unavailable for now. Retry after `Retry-After` seconds.");
  }

  private final OpenAPI api;
  private final ContractMethods methods;

  ContractResponses(OpenAPI api, ContractMethods methods) {
    this.api = api;
    this.methods = methods;
  }

  private static void share(String status, String name, String meaning) {
    SHARED.put(status, new Shared(name, meaning));
  }

  /** Adds shared responses to those that an operation declares. */
  void complete(String path, HttpMethod method, Operation operation) {
    APIResponses responses = operation.getResponses();
    if (methods.isPublicRead(operation)) {
      refer(responses, NOT_MODIFIED);
    }
    if (responses.hasAPIResponse(NO_CONTENT)) {
      refer(responses, NO_CONTENT);
    }
    for (int status : statuses(path, method, operation)) {
      String key = Integer.toString(status);
      APIResponse known = responses.getAPIResponse(key);
      // Responses from security annotations have no body.
      if (known == null || known.getContent() == null) {
        refer(responses, key);
      }
    }
  }

  private void refer(APIResponses responses, String status) {
    Shared shared = SHARED.get(status);
    Map<String, APIResponse> known = api.getComponents().getResponses();
    if (known == null || !known.containsKey(shared.name())) {
      api.getComponents().addResponse(shared.name(), response(status, shared.meaning()));
    }
    responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(shared.name()));
  }

  private APIResponse response(String status, String meaning) {
    APIResponse response = OASFactory.createAPIResponse().description(meaning);
    switch (status) {
      case NOT_MODIFIED -> ContractHeader.CONTENT_ETAG.addTo(response, api);
      case "401" -> ContractHeader.WWW_AUTHENTICATE.addTo(response, api);
      case "429", "503" -> ContractHeader.RETRY_AFTER.addTo(response, api);
      default -> {}
    }
    if (status.startsWith("4") || status.startsWith("5")) {
      response.setContent(
          OASFactory.createContent()
              .addMediaType(
                  "application/problem+json",
                  OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM))));
    }
    return response;
  }

  private static Set<Integer> statuses(String path, HttpMethod method, Operation operation) {
    Set<Integer> statuses = new LinkedHashSet<>(List.of(400, 404, 406, 429, 500, 503));
    if (ContractSecurity.schemeOf(path) != null) {
      statuses.addAll(List.of(401, 403));
    }
    if (path.startsWith("/v1/devices")) {
      statuses.add(401);
    }
    if (path.contains("{") || path.endsWith("/sync") || path.equals("/v1/events")) {
      statuses.add(410);
    }
    if (path.contains("/placements")) {
      // Some codes cannot be printed, and outside targets have none.
      statuses.add(409);
    }
    if (method != HttpMethod.GET) {
      // Without 412: only writes with If-Match, below, compare versions.
      statuses.addAll(List.of(409, 410, 413, 415, 422));
    }
    if (path.startsWith("/v1/desk/reports")) {
      // Too many days or rows.
      statuses.add(422);
    }
    boolean conditional =
        operation.getParameters() != null
            && operation.getParameters().stream().anyMatch(p -> "If-Match".equals(p.getName()));
    if (conditional) {
      statuses.addAll(List.of(412, 428));
    }
    return statuses;
  }
}
