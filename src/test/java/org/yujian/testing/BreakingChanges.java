package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a new contract takes away from clients of the old one. */
final class BreakingChanges {
  private final List<String> found = new ArrayList<>();
  private final SchemaChanges schemas = new SchemaChanges(found);

  static List<String> between(JsonNode before, JsonNode after) {
    BreakingChanges changes = new BreakingChanges();
    Map<String, JsonNode> now = Operations.of(after);
    Operations.of(before)
        .forEach((name, operation) -> changes.operation(name, operation, now.get(name)));
    changes.components(before, after);
    return changes.found;
  }

  /** Shared schemas, each judged by who writes it: clients, the server, or both. */
  private void components(JsonNode before, JsonNode after) {
    Set<String> sent = SchemaChanges.reached(before, "requestBody", "parameters");
    Set<String> received = SchemaChanges.reached(before, "responses");
    JsonNode now = after.path("components").path("schemas");
    for (Map.Entry<String, JsonNode> schema :
        before.path("components").path("schemas").properties()) {
      String name = schema.getKey();
      String where = "schema " + name;
      if (sent.contains(name)) {
        schemas.sent(where, schema.getValue(), now.path(name));
      }
      if (received.contains(name)) {
        schemas.received(where, schema.getValue(), now.path(name));
      }
    }
  }

  private void operation(String name, JsonNode before, JsonNode after) {
    if (after == null) {
      found.add(name + " was removed");
      return;
    }
    if (!before.path("operationId").equals(after.path("operationId"))) {
      found.add(name + " changed its operationId");
    }
    parameters(name, before, after);
    body(name, before.path("requestBody"), after.path("requestBody"));
    for (Map.Entry<String, JsonNode> response : before.path("responses").properties()) {
      response(name, response.getKey(), response.getValue(), after.path("responses"));
    }
  }

  private void parameters(String name, JsonNode before, JsonNode after) {
    for (JsonNode parameter : after.path("parameters")) {
      JsonNode old = parameter(before, parameter);
      boolean required = parameter.path("required").asBoolean();
      if (required && !old.path("required").asBoolean()) {
        found.add(name + " needs the new parameter " + parameter.path("name").asText());
      }
    }
    for (JsonNode old : before.path("parameters")) {
      String parameter = old.path("name").asText();
      JsonNode now = parameter(after, old);
      if (now.isMissingNode()) {
        found.add(name + " lost the parameter " + parameter);
      } else {
        schemas.sent(name + " parameter " + parameter, old.path("schema"), now.path("schema"));
      }
    }
  }

  private void body(String name, JsonNode before, JsonNode after) {
    if (after.path("required").asBoolean() && !before.path("required").asBoolean()) {
      found.add(name + " needs a body now");
    }
    for (Map.Entry<String, JsonNode> type : before.path("content").properties()) {
      JsonNode now = after.path("content").path(type.getKey());
      if (now.isMissingNode()) {
        found.add(name + " takes " + type.getKey() + " no more");
      } else {
        schemas.sent(name + " takes", type.getValue().path("schema"), now.path("schema"));
      }
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
        schemas.received(name + " " + status, type.getValue().path("schema"), now.path("schema"));
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
}
