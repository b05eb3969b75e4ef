package org.yujian.shared.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Finds and rewrites the schemas of the contract. */
final class ContractSchemas {
  private static final String PREFIX = "#/components/schemas/";

  private ContractSchemas() {}

  /** Name of the shared schema that this one refers to; null when it is not a reference. */
  static String referredTo(Schema schema) {
    return schema == null || schema.getRef() == null
        ? null
        : schema.getRef().substring(PREFIX.length());
  }

  static List<Operation> operations(OpenAPI api) {
    return api.getPaths().getPathItems().values().stream()
        .map(PathItem::getOperations)
        .flatMap(operations -> operations.values().stream())
        .toList();
  }

  /** Replaces every schema of components, parameters, bodies and responses, inner ones first. */
  static void rewrite(OpenAPI api, UnaryOperator<Schema> change) {
    new LinkedHashMap<>(api.getComponents().getSchemas())
        .forEach((name, schema) -> api.getComponents().addSchema(name, in(schema, change)));
    for (Operation operation : operations(api)) {
      if (operation.getParameters() != null) {
        operation.getParameters().forEach(it -> it.setSchema(in(it.getSchema(), change)));
      }
      if (operation.getRequestBody() != null) {
        content(operation.getRequestBody().getContent(), change);
      }
      operation
          .getResponses()
          .getAPIResponses()
          .values()
          .forEach(response -> content(response.getContent(), change));
    }
  }

  static void content(Content content, UnaryOperator<Schema> change) {
    if (content != null) {
      content
          .getMediaTypes()
          .values()
          .forEach(type -> type.setSchema(in(type.getSchema(), change)));
    }
  }

  /** Replaces a schema and all schemas inside it, inner ones first. */
  static Schema in(Schema schema, UnaryOperator<Schema> change) {
    if (schema == null) {
      return null;
    }
    if (schema.getProperties() != null) {
      new LinkedHashMap<>(schema.getProperties())
          .forEach((name, property) -> schema.addProperty(name, in(property, change)));
    }
    if (schema.getItems() != null) {
      schema.setItems(in(schema.getItems(), change));
    }
    if (schema.getAllOf() != null) {
      schema.setAllOf(schema.getAllOf().stream().map(part -> in(part, change)).toList());
    }
    return change.apply(schema);
  }

  /** Removes schemas that no operation uses: records that are never serialized in a response. */
  static void removeUnused(OpenAPI api) {
    Set<String> used = new HashSet<>();
    List<Content> contents = new ArrayList<>();
    for (Operation operation : operations(api)) {
      if (operation.getRequestBody() != null) {
        contents.add(operation.getRequestBody().getContent());
      }
      operation
          .getResponses()
          .getAPIResponses()
          .values()
          .forEach(it -> contents.add(it.getContent()));
    }
    api.getComponents().getResponses().values().forEach(it -> contents.add(it.getContent()));
    reach(api, contents, used);
    List<String> unused = new ArrayList<>(api.getComponents().getSchemas().keySet());
    unused.removeAll(used);
    unused.forEach(api.getComponents()::removeSchema);
  }

  /** Adds the names of all shared schemas that are reachable from these contents. */
  static void reach(OpenAPI api, Collection<Content> contents, Set<String> names) {
    List<Schema> waiting = new ArrayList<>();
    for (Content content : contents) {
      if (content != null) {
        content.getMediaTypes().values().stream().map(MediaType::getSchema).forEach(waiting::add);
      }
    }
    while (!waiting.isEmpty()) {
      in(
          waiting.remove(waiting.size() - 1),
          schema -> {
            String name = referredTo(schema);
            if (name != null && names.add(name)) {
              waiting.add(api.getComponents().getSchemas().get(name));
            }
            return schema;
          });
    }
  }
}
