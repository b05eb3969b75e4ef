package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares schemas for those who write what they describe, and for those who read it. */
final class SchemaChanges {
  private static final String SCHEMAS = "#/components/schemas/";

  private final List<String> found;

  SchemaChanges(List<String> found) {
    this.found = found;
  }

  /** Names of the shared schemas that these parts of all operations lead to. */
  static Set<String> reached(JsonNode document, String... parts) {
    Set<String> names = new HashSet<>();
    for (JsonNode operation : Operations.of(document).values()) {
      for (String part : parts) {
        reach(operation.path(part), document, names);
      }
    }
    return names;
  }

  private static void reach(JsonNode node, JsonNode document, Set<String> names) {
    String reference = node.path("$ref").asText();
    if (reference.startsWith(SCHEMAS) && names.add(reference.substring(SCHEMAS.length()))) {
      reach(document.at(reference.substring(1)), document, names);
    }
    node.forEach(child -> reach(child, document, names));
  }

  /** What clients send: nothing new may be demanded, nothing refused that was taken. */
  void sent(String where, JsonNode before, JsonNode after) {
    if (!fits(where, before, after)) {
      return;
    }
    for (JsonNode required : after.path("required")) {
      if (!contains(before.path("required"), required)) {
        found.add(where + "." + required.asText() + " became required");
      }
    }
    narrowed(where, before, after, "maximum", -1);
    narrowed(where, before, after, "maxLength", -1);
    narrowed(where, before, after, "maxItems", -1);
    narrowed(where, before, after, "minimum", 1);
    narrowed(where, before, after, "minLength", 1);
    if (!before.path("pattern").equals(after.path("pattern")) && after.has("pattern")) {
      found.add(where + " changed its pattern");
    }
    for (Map.Entry<String, JsonNode> property : before.path("properties").properties()) {
      String name = property.getKey();
      sent(where + "." + name, property.getValue(), after.path("properties").path(name));
    }
    if (before.has("items")) {
      sent(where + "[]", before.path("items"), after.path("items"));
    }
  }

  /** What clients receive: whatever was promised is still there. */
  void received(String where, JsonNode before, JsonNode after) {
    if (!fits(where, before, after)) {
      return;
    }
    for (JsonNode required : before.path("required")) {
      if (!contains(after.path("required"), required)) {
        found.add(where + "." + required.asText() + " may be absent now");
      }
    }
    if (after.path("nullable").asBoolean() && !before.path("nullable").asBoolean()) {
      found.add(where + " may be null now");
    }
    for (Map.Entry<String, JsonNode> property : before.path("properties").properties()) {
      String name = property.getKey();
      received(where + "." + name, property.getValue(), after.path("properties").path(name));
    }
    if (before.has("items")) {
      received(where + "[]", before.path("items"), after.path("items"));
    }
  }

  private boolean fits(String where, JsonNode before, JsonNode after) {
    if (before.isMissingNode()) {
      return false;
    }
    if (after.isMissingNode()) {
      found.add(where + " was removed");
      return false;
    }
    for (String fixed : List.of("type", "format", "$ref")) {
      if (!before.path(fixed).equals(after.path(fixed))) {
        found.add(where + " changed its " + fixed);
      }
    }
    for (JsonNode value : before.path("enum")) {
      if (!contains(after.path("enum"), value)) {
        found.add(where + " lost the value " + value.asText());
      }
    }
    return true;
  }

  private void narrowed(String where, JsonNode before, JsonNode after, String limit, int sign) {
    if (!after.has(limit)) {
      return;
    }
    boolean same = before.has(limit);
    double difference = after.path(limit).asDouble() - before.path(limit).asDouble();
    if (!same || difference * sign > 0) {
      found.add(where + " changed its " + limit);
    }
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
