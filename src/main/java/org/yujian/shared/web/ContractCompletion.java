package org.yujian.shared.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/**
 * Adds to the generated contract what is the same for every operation: problem answers, the desk's
 * security scheme, 304 for conditional reads, examples from {@code openapi-examples}. Runs while
 * the program is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractCompletion implements OASFilter {
  private static final String DESK = "deskKey";
  private static final String DEVICE = "deviceToken";
  private static final String PROBLEM = "Problem";

  private static final Map<Integer, String> MEANINGS =
      Map.ofEntries(
          Map.entry(400, "The request, a parameter or the cursor is malformed"),
          Map.entry(401, "The key or token is missing or not valid"),
          Map.entry(403, "The key or token does not allow this"),
          Map.entry(404, "Unknown"),
          Map.entry(406, "No acceptable format"),
          Map.entry(409, "Collides with the present state"),
          Map.entry(410, "Taken back for ever"),
          Map.entry(412, "Changed in the meantime; tells who, when and what"),
          Map.entry(413, "Over a limit of size, with its name and value"),
          Map.entry(415, "The content type is not accepted"),
          Map.entry(422, "Understood but not allowed; errors tell where"),
          Map.entry(428, "If-Match is missing"),
          Map.entry(429, "Too many requests"),
          Map.entry(500, "Internal error"),
          Map.entry(503, "Try again after Retry-After seconds"));

  private final ContractMethods methods;
  private final ContractHeaders headers;

  /**
   * @param index of the program's classes
   */
  public ContractCompletion(IndexView index) {
    methods = new ContractMethods(index);
    headers = new ContractHeaders(methods);
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.setInfo(
        OASFactory.createInfo()
            .title("Yujian")
            .version("1")
            .description(
                "Public accounts, editions and articles. Errors are problem documents (RFC 9457);"
                    + " `/problems` lists all codes, with what to do about each. A list of an"
                    + " account or tag that does not exist is empty. Clients ignore fields that they"
                    + " do not know."));
    if (api.getComponents() == null) {
      api.setComponents(OASFactory.createComponents());
    }
    ProblemSchema.addTo(api.getComponents(), PROBLEM);
    api.getComponents()
        .addSecurityScheme(DESK, bearer("A key of the desk: `Authorization: Bearer yj_…`"))
        .addSecurityScheme(
            DEVICE,
            bearer("The access token of a device, from `/v1/devices`: `Authorization: Bearer …`"));
    if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
      ContractTexts.complete(api);
      api.getPaths().getPathItems().forEach(this::complete);
      ContractPatches.complete(api);
      ContractForms.complete(api);
    }
  }

  private static SecurityScheme bearer(String description) {
    return OASFactory.createSecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .description(description);
  }

  private void complete(String path, PathItem item) {
    item.getOperations()
        .forEach(
            (method, operation) -> {
              boolean desk = path.startsWith("/v1/desk");
              if (desk || path.startsWith("/v1/me")) {
                // Replaces the nameless one that security annotations leave.
                operation.setSecurity(
                    List.of(
                        OASFactory.createSecurityRequirement().addScheme(desk ? DESK : DEVICE)));
              }
              boolean read = method == PathItem.HttpMethod.GET;
              if (methods.isPublicRead(operation)) {
                operation
                    .getResponses()
                    .addAPIResponse(
                        "304", OASFactory.createAPIResponse().description("Not modified"));
              }
              for (int status : statuses(operation, read, desk, path)) {
                String key = Integer.toString(status);
                APIResponse known = operation.getResponses().getAPIResponse(key);
                // Those that come from security annotations have no body.
                if (known == null || known.getContent() == null) {
                  operation.getResponses().addAPIResponse(key, problem(status));
                }
              }
              if (desk && method == PathItem.HttpMethod.POST) {
                ContractParameters.addIdempotencyKey(operation);
              }
              if (operation.getRequestBody() != null) {
                operation.getRequestBody().setRequired(!methods.isBodyOptional(operation));
              }
              ContractParameters.complete(operation);
              headers.complete(path, method, operation);
              ContractExamples.attach(operation);
            });
  }

  private static Set<Integer> statuses(
      Operation operation, boolean read, boolean desk, String path) {
    Set<Integer> statuses = new LinkedHashSet<>(List.of(400, 404, 406, 429, 500, 503));
    if (desk || path.startsWith("/v1/me")) {
      statuses.addAll(List.of(401, 403));
    }
    if (path.startsWith("/v1/devices")) {
      statuses.add(401);
    }
    if (path.contains("{") || path.endsWith("/sync") || path.equals("/v1/events")) {
      statuses.add(410);
    }
    if (path.contains("/placements")) {
      // Not every code can be printed, and outside targets have none.
      statuses.add(409);
    }
    if (!read) {
      // Writes are not compared with a version unless they take If-Match.
      statuses.addAll(List.of(409, 410, 413, 415, 422));
    }
    if (path.startsWith("/v1/desk/reports")) {
      // Too many days, or rows.
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

  private static APIResponse problem(int status) {
    Schema schema = OASFactory.createSchema().ref(PROBLEM);
    return OASFactory.createAPIResponse()
        .description(MEANINGS.get(status))
        .content(
            OASFactory.createContent()
                .addMediaType(
                    "application/problem+json", OASFactory.createMediaType().schema(schema)));
  }
}
