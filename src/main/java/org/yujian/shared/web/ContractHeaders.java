package org.yujian.shared.web;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes the headers of answers that a client needs. */
final class ContractHeaders {
  private static final String VERSION = "What `If-Match` has to name";
  private static final String PATH = "Where it lies, path-absolute";

  private final ContractMethods methods;

  ContractHeaders(ContractMethods methods) {
    this.methods = methods;
  }

  void complete(String path, HttpMethod method, Operation operation) {
    boolean repeatable = path.startsWith("/v1/desk") && method == HttpMethod.POST;
    boolean list =
        operation.getParameters() != null
            && operation.getParameters().stream().anyMatch(p -> "cursor".equals(p.getName()));
    for (Map.Entry<String, APIResponse> answer :
        operation.getResponses().getAPIResponses().entrySet()) {
      APIResponse response = answer.getValue();
      if (repeatable && answer.getKey().startsWith("2")) {
        add(response, "Idempotency-Replayed", "`true` when this is the first answer again");
      }
      switch (answer.getKey()) {
        case "200" -> {
          version(response, operation);
          lifetime(response, operation);
          if (list) {
            add(
                response,
                "Link",
                "RFC 8288: those of `next` and `prev` that there are, as path-absolute addresses");
          }
        }
        case "201" -> {
          version(response, operation);
          lifetime(response, operation);
          if (methods.isCreatedAt(operation)) {
            always(response, "Location", PATH);
          }
        }
        case "304" -> always(response, "ETag", "The tag that was known");
        case "401" -> always(response, "WWW-Authenticate", "`Bearer`");
        case "429", "503" -> always(response, "Retry-After", "Seconds to wait");
        default -> {}
      }
    }
  }

  private void version(APIResponse response, Operation operation) {
    if (methods.isVersioned(operation)) {
      always(response, "ETag", VERSION);
    }
  }

  private void lifetime(APIResponse response, Operation operation) {
    if (methods.isPublicRead(operation)) {
      always(response, "ETag", "Strong, per content coding; for `If-None-Match`");
      always(response, "Cache-Control", "How long it may be kept");
    } else if (methods.isNoStore(operation)) {
      always(response, "Cache-Control", "`no-store`");
    }
  }

  /** One that each such answer has. */
  private static void always(APIResponse response, String name, String description) {
    add(response, name, description);
    response.getHeaders().get(name).setRequired(true);
  }

  private static void add(APIResponse response, String name, String description) {
    response.addHeader(
        name,
        OASFactory.createHeader()
            .description(description)
            .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
  }
}
