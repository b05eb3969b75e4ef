package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a new contract takes away from clients of the old one. */
final class BreakingChanges {
  private final List<String> found = new ArrayList<>();
  private final SchemaChanges schemas;

  private BreakingChanges(JsonNode before, JsonNode after) {
    schemas = new SchemaChanges(found, before, after);
  }

  static List<String> between(JsonNode before, JsonNode after) {
    BreakingChanges changes = new BreakingChanges(before, after);
    Map<String, JsonNode> now = Operations.of(after);
    Operations.of(before)
        .forEach((name, operation) -> changes.operation(name, operation, now.get(name)));
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
      } else if (!isListOfWords(old, now)) {
        schemas.sent(name + " parameter " + parameter, old.path("schema"), now.path("schema"));
      }
    }
  }

  /** A text of words and commas that is described as a list now: the same on the wire. */
  private static boolean isListOfWords(JsonNode old, JsonNode now) {
    return old.at("/schema/type").asText().equals("string")
        && now.at("/schema/type").asText().equals("array")
        && now.path("style").asText().equals("form")
        && now.has("explode")
        && !now.path("explode").asBoolean();
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
    if (!responses.has(status)) {
      // Problems that no longer occur hurt nobody.
      if (!status.startsWith("2")) {
        return;
      }
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
