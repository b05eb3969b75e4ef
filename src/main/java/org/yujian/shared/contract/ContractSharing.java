package org.yujian.shared.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Moves parameters and responses that several operations use to the components. */
final class ContractSharing {

  /** Component names that are clearer than the parameter's own name. */
  private static final Map<String, String> NAMES =
      Map.of(
          "account", "AccountFilter",
          "accountId", "FollowedAccountId",
          "edition", "EditionFilter",
          "from", "FirstDay",
          "placement", "PlacementId",
          "q", "SearchQuery",
          "rev", "RevisionNumber",
          "slug", "TagSlug",
          "to", "LastDay",
          "v", "PictureVersion");

  /** One use of a parameter. */
  private record Use(String path, Operation operation, Parameter parameter) {
    void refer(String name) {
      List<Parameter> parameters = new ArrayList<>(operation.getParameters());
      parameters.set(parameters.indexOf(parameter), OASFactory.createParameter().ref(name));
      operation.setParameters(parameters);
    }
  }

  private ContractSharing() {}

  static void complete(OpenAPI api) {
    Map<String, List<Use>> equal = new TreeMap<>();
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations().values().stream()
                    .filter(operation -> operation.getParameters() != null)
                    .forEach(operation -> collect(path, operation, equal)));
    Map<String, List<List<Use>>> named = new LinkedHashMap<>();
    for (List<Use> uses : equal.values()) {
      if (uses.size() > 1) {
        named.computeIfAbsent(name(uses.get(0)), name -> new ArrayList<>()).add(uses);
      }
    }
    named.forEach((name, variants) -> share(api, name, variants));
    shareResponses(api);
  }

  /** Shares equal responses with equal examples, named after the schema of their body. */
  private static void shareResponses(OpenAPI api) {
    Map<String, List<Map.Entry<APIResponses, String>>> equal = new TreeMap<>();
    for (Operation operation : ContractSchemas.operations(api)) {
      operation
          .getResponses()
          .getAPIResponses()
          .forEach(
              (status, response) ->
                  equal
                      .computeIfAbsent(signature(response), signature -> new ArrayList<>())
                      .add(Map.entry(operation.getResponses(), status)));
    }
    for (List<Map.Entry<APIResponses, String>> uses : equal.values()) {
      APIResponse response = uses.get(0).getKey().getAPIResponse(uses.get(0).getValue());
      if (uses.size() > 1 && response.getRef() == null) {
        String name = free(name(response), api);
        api.getComponents().addResponse(name, response);
        APIResponse reference = OASFactory.createAPIResponse().ref(name);
        uses.forEach(use -> use.getKey().addAPIResponse(use.getValue(), reference));
      }
    }
  }

  private static String free(String name, OpenAPI api) {
    String free = name;
    for (int i = 2; api.getComponents().getResponses().containsKey(free); i++) {
      free = name + i;
    }
    return free;
  }

  private static String name(APIResponse response) {
    return response.getContent().getMediaTypes().values().stream()
        .map(type -> ContractSchemas.referredTo(type.getSchema()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(pascal(response.getDescription()));
  }

  private static void collect(String path, Operation operation, Map<String, List<Use>> equal) {
    for (Parameter parameter : operation.getParameters()) {
      equal
          .computeIfAbsent(signature(parameter), signature -> new ArrayList<>())
          .add(new Use(path, operation, parameter));
    }
  }

  /** The most frequent variant gets the plain name; others are prefixed with their resource. */
  private static void share(OpenAPI api, String name, List<List<Use>> variants) {
    variants.sort((one, other) -> other.size() - one.size());
    for (List<Use> uses : variants) {
      String unique = uses == variants.get(0) ? name : resource(uses.get(0).path()) + name;
      Map<String, Parameter> known = api.getComponents().getParameters();
      if (known != null && known.containsKey(unique)) {
        throw new IllegalStateException("Two different parameters would be called " + unique);
      }
      api.getComponents().addParameter(unique, uses.get(0).parameter());
      uses.forEach(use -> use.refer(unique));
    }
  }

  private static String name(Use use) {
    String name = use.parameter().getName();
    if (name.equals("id")) {
      return pascal(ContractParameters.thing(use.path())) + "Id";
    }
    return NAMES.getOrDefault(name, pascal(name));
  }

  /** {@code DeskEditions} for {@code /v1/desk/editions/{id}}. */
  private static String resource(String path) {
    return Arrays.stream(path.split("/"))
        .filter(part -> !part.isEmpty() && !part.equals("v1") && !part.startsWith("{"))
        .map(ContractSharing::pascal)
        .collect(Collectors.joining());
  }

  private static String pascal(String name) {
    return Arrays.stream(name.split("[^A-Za-z0-9]+"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining());
  }

  private static String signature(Parameter it) {
    return text(
        it.getName(),
        it.getIn(),
        it.getDescription(),
        it.getRequired(),
        it.getStyle(),
        it.getExplode(),
        it.getExample(),
        signature(it.getSchema()));
  }

  private static String signature(APIResponse it) {
    List<String> parts = new ArrayList<>(List.of(text(it.getRef(), it.getDescription())));
    if (it.getHeaders() != null) {
      it.getHeaders().forEach((name, header) -> parts.add(text(name, header.getRef())));
    }
    if (it.getContent() != null) {
      it.getContent()
          .getMediaTypes()
          .forEach(
              (name, type) ->
                  parts.add(text(name, signature(type.getSchema()), type.getExample())));
    }
    return text(parts.toArray());
  }

  private static String signature(Schema it) {
    return it == null
        ? ""
        : text(
            it.getRef(),
            it.getType(),
            it.getFormat(),
            it.getPattern(),
            it.getMinimum(),
            it.getMaximum(),
            it.getMinLength(),
            it.getMaxLength(),
            it.getMinItems(),
            it.getMaxItems(),
            it.getDefaultValue(),
            it.getEnumeration(),
            signature(it.getItems()));
  }

  private static String text(Object... parts) {
    return Arrays.stream(parts).map(Objects::toString).collect(Collectors.joining("\u0000"));
  }
}
