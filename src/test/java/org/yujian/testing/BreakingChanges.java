package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a new contract takes away from clients of the old one. */
final class BreakingChanges {
  private final List<String> found = new ArrayList<>();

  static List<String> between(JsonNode before, JsonNode after) {
    BreakingChanges changes = new BreakingChanges();
    Map<String, JsonNode> now = Operations.of(after);
    Operations.of(before)
        .forEach((name, operation) -> changes.operation(name, operation, now.get(name)));
    JsonNode schemas = after.path("components").path("schemas");
    for (Map.Entry<String, JsonNode> schema :
        before.path("components").path("schemas").properties()) {
      changes.schema("schema " + schema.getKey(), schema.getValue(), schemas.path(schema.getKey()));
    }
    return changes.found;
  }

  private void operation(String name, JsonNode before, JsonNode after) {
    if (after == null) {
      found.add(name + " was removed");
      return;
    }
    if (!before.path("operationId").equals(after.path("operationId"))) {
      found.add(name + " changed its operationId");
    }
    for (JsonNode parameter : after.path("parameters")) {
      JsonNode old = parameter(before, parameter);
      boolean required = parameter.path("required").asBoolean();
      if (required && !old.path("required").asBoolean()) {
        found.add(name + " needs the new parameter " + parameter.path("name").asText());
      }
    }
    for (JsonNode old : before.path("parameters")) {
      if (parameter(after, old).isMissingNode()) {
        found.add(name + " lost the parameter " + old.path("name").asText());
      }
    }
    boolean bodyRequired = after.path("requestBody").path("required").asBoolean();
    if (bodyRequired && !before.path("requestBody").path("required").asBoolean()) {
      found.add(name + " needs a body now");
    }
    for (Map.Entry<String, JsonNode> response : before.path("responses").properties()) {
      response(name, response.getKey(), response.getValue(), after.path("responses"));
    }
  }

  private void response(String name, String status, JsonNode before, JsonNode responses) {
    if (!status.startsWith("2")) {
      return;
    }
    if (!responses.has(status)) {
      found.add(name + " answers " + status + " no more");
      return;
    }
    for (Map.Entry<String, JsonNode> type : before.path("content").properties()) {
      JsonNode now = responses.path(status).path("content").path(type.getKey());
      if (now.isMissingNode()) {
        found.add(name + " answers " + type.getKey() + " no more");
      } else {
        schema(name + " " + status, type.getValue().path("schema"), now.path("schema"));
      }
    }
  }

  private static JsonNode parameter(JsonNode operation, JsonNode wanted) {
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("name").equals(wanted.path("name"))
          && parameter.path("in").equals(wanted.path("in"))) {
        return parameter;
      }
    }
    return operation.path("no such parameter");
  }

  private void schema(String where, JsonNode before, JsonNode after) {
    if (before.isMissingNode()) {
      return;
    }
    if (after.isMissingNode()) {
      found.add(where + " was removed");
      return;
    }
    for (String fixed : List.of("type", "format", "$ref")) {
      if (!Objects.equals(before.path(fixed).asText(), after.path(fixed).asText())) {
        found.add(where + " changed its " + fixed);
      }
    }
    for (Map.Entry<String, JsonNode> property : before.path("properties").properties()) {
      schema(
          where + "." + property.getKey(),
          property.getValue(),
          after.path("properties").path(property.getKey()));
    }
    for (JsonNode value : before.path("enum")) {
      if (!contains(after.path("enum"), value)) {
        found.add(where + " lost the value " + value.asText());
      }
    }
    if (before.has("properties")) {
      for (JsonNode required : after.path("required")) {
        boolean isNew = !before.path("properties").has(required.asText());
        if (!contains(before.path("required"), required) && !isNew) {
          found.add(where + "." + required.asText() + " became required");
        }
      }
    }
    schema(where + "[]", before.path("items"), after.path("items"));
  }

  private static boolean contains(JsonNode array, JsonNode value) {
    for (JsonNode item : array) {
      if (item.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
