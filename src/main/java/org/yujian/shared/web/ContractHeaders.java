package org.yujian.shared.web;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes the headers of answers that a client needs. */
final class ContractHeaders {
  private static final List<String> UNVERSIONED =
      List.of("/v1/desk/imports", "/v1/desk/keys", "/v1/desk/audit");

  private ContractHeaders() {}

  static void complete(String path, HttpMethod method, Operation operation) {
    boolean desk = path.startsWith("/v1/desk");
    boolean list =
        operation.getParameters() != null
            && operation.getParameters().stream().anyMatch(p -> "cursor".equals(p.getName()));
    for (Map.Entry<String, APIResponse> answer :
        operation.getResponses().getAPIResponses().entrySet()) {
      APIResponse response = answer.getValue();
      if (desk && method == HttpMethod.POST && answer.getKey().startsWith("2")) {
        add(response, "Idempotency-Replayed", "`true` when this is the first answer again");
      }
      switch (answer.getKey()) {
        case "200" -> {
          if (desk && !list && isVersioned(path)) {
            add(response, "ETag", "What `If-Match` has to name");
          } else if (method == HttpMethod.GET && !desk) {
            add(response, "ETag", "Strong, per content coding; for `If-None-Match`");
            add(response, "Cache-Control", "How long it may be kept");
          }
          if (list) {
            add(response, "Link", "RFC 8288: `next` and `prev` as path-absolute addresses");
          }
        }
        case "201" -> {
          add(response, "Location", "Where it lies, path-absolute");
          if (isVersioned(path)) {
            add(response, "ETag", "What `If-Match` has to name");
          }
        }
        case "304" -> add(response, "ETag", "The tag that was known");
        case "401" -> add(response, "WWW-Authenticate", "`Bearer`");
        case "429", "503" -> add(response, "Retry-After", "Seconds to wait");
        default -> {}
      }
    }
  }

  /** Reports, keys and the audit are not changed by PATCH. */
  private static boolean isVersioned(String path) {
    return UNVERSIONED.stream().noneMatch(path::startsWith);
  }

  private static void add(APIResponse response, String name, String description) {
    response.addHeader(
        name,
        OASFactory.createHeader()
            .description(description)
            .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
  }
}
