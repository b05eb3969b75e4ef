package org.yujian.shared.contract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Splits schemas that are used both in requests and responses, where the two differ: {@code
 * BlockInput} has only the current values and needs no {@code id}, {@code Block} always has an id
 * and may get new values later. In the code, fields set by the server are marked {@code readOnly},
 * and fields that clients may omit have a default value.
 */
final class ContractInputs {
  private static final String INPUT = "Input";

  private final OpenAPI api;
  private final Map<String, Schema> schemas;

  private ContractInputs(OpenAPI api) {
    this.api = api;
    this.schemas = new HashMap<>(api.getComponents().getSchemas());
  }

  /**
   * @param differing names of schemas whose value sets may grow in responses
   */
  static void split(OpenAPI api, Set<String> differing) {
    new ContractInputs(api).split(differing);
  }

  private void split(Set<String> differing) {
    List<Operation> operations = ContractSchemas.operations(api);
    List<Content> bodies =
        operations.stream()
            .filter(operation -> operation.getRequestBody() != null)
            .map(operation -> operation.getRequestBody().getContent())
            .toList();
    Set<String> sent = new HashSet<>();
    ContractSchemas.reach(api, bodies, sent);
    Set<String> received = new HashSet<>();
    ContractSchemas.reach(
        api,
        operations.stream()
            .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
            .map(response -> response.getContent())
            .toList(),
        received);
    Set<String> both = new HashSet<>(sent);
    both.retainAll(received);
    both.removeIf(name -> !leadsTo(name, differing));
    both.forEach(name -> api.getComponents().addSchema(name + INPUT, input(name, both)));
    for (String name : sent) {
      if (!received.contains(name)) {
        ContractSchemas.in(schemas.get(name), schema -> renamed(schema, both));
      }
    }
    bodies.forEach(body -> ContractSchemas.content(body, schema -> renamed(schema, both)));
    both.forEach(
        name ->
            schemas
                .get(name)
                .getProperties()
                .values()
                .forEach(it -> it.readOnly(null).setDefaultValue(null)));
  }

  private boolean leadsTo(String name, Set<String> wanted) {
    Set<String> found = new HashSet<>(Set.of(name));
    Content content =
        OASFactory.createContent()
            .addMediaType(name, OASFactory.createMediaType().schema(schemas.get(name)));
    ContractSchemas.reach(api, List.of(content), found);
    return found.stream().anyMatch(wanted::contains);
  }

  private Schema input(String name, Set<String> split) {
    Schema whole = schemas.get(name);
    Schema input =
        OASFactory.createSchema()
            .type(whole.getType())
            .description(whole.getDescription() + " As clients send it.");
    whole
        .getProperties()
        .forEach(
            (property, schema) -> {
              input.addProperty(property, copy(schema, split));
              boolean optional =
                  Boolean.TRUE.equals(schema.getReadOnly()) || schema.getDefaultValue() != null;
              if (!optional
                  && whole.getRequired() != null
                  && whole.getRequired().contains(property)) {
                input.addRequired(property);
              }
            });
    return input;
  }

  private static Schema copy(Schema schema, Set<String> split) {
    if (schema.getRef() != null) {
      return renamed(schema, split);
    }
    return OASFactory.createSchema()
        .type(schema.getType())
        .format(schema.getFormat())
        .description(schema.getDescription())
        .defaultValue(schema.getDefaultValue())
        .allOf(
            schema.getAllOf() == null
                ? null
                : schema.getAllOf().stream().map(part -> copy(part, split)).toList())
        .items(schema.getItems() == null ? null : copy(schema.getItems(), split));
  }

  private static Schema renamed(Schema schema, Set<String> split) {
    String name = ContractSchemas.referredTo(schema);
    return name != null && split.contains(name)
        ? OASFactory.createSchema().ref(name + INPUT)
        : schema;
  }
}
