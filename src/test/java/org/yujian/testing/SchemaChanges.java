package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares schemas for those who send what they describe, and for those who receive it. Only shapes
 * count: a shared schema may get another name, and a field a shared schema of the same shape.
 */
final class SchemaChanges {
  private static final String SCHEMAS = "#/components/schemas/";

  private final List<String> found;
  private final JsonNode before;
  private final JsonNode after;
  private final Set<String> compared = new HashSet<>();

  SchemaChanges(List<String> found, JsonNode before, JsonNode after) {
    this.found = found;
    this.before = before;
    this.after = after;
  }

  /** A schema where a reference leads, with the name of the shared schema, if it has one. */
  private record Target(String name, JsonNode schema) {
    static Target of(JsonNode schema, JsonNode document) {
      String reference = schema.path("$ref").asText();
      if (reference.startsWith(SCHEMAS)) {
        Target inner = of(document.at(reference.substring(1)), document);
        return new Target(reference.substring(SCHEMAS.length()), inner.schema());
      }
      if (schema.path("allOf").size() != 1) {
        return new Target(null, schema);
      }
      // A reference with a description of its own, or one that may be null.
      Target inner = of(schema.path("allOf").path(0), document);
      if (inner.schema() instanceof ObjectNode shape && schema.path("nullable").asBoolean()) {
        return new Target(inner.name(), shape.deepCopy().put("nullable", true));
      }
      return inner;
    }
  }

  /** What clients send: nothing new may be demanded, nothing refused that was taken. */
  void sent(String where, JsonNode old, JsonNode now) {
    Target from = Target.of(old, before);
    Target to = Target.of(now, after);
    if (isNew("sent", from, to)) {
      compareSent(label(where, from), from.schema(), to.schema());
    }
  }

  /** What clients receive: whatever was promised is still there. */
  void received(String where, JsonNode old, JsonNode now) {
    Target from = Target.of(old, before);
    Target to = Target.of(now, after);
    if (isNew("received", from, to)) {
      compareReceived(label(where, from), from.schema(), to.schema());
    }
  }

  private boolean isNew(String use, Target from, Target to) {
    return from.name() == null || compared.add(use + " " + from.name() + " " + to.name());
  }

  private static String label(String where, Target from) {
    return from.name() == null ? where : "schema " + from.name();
  }

  private void compareSent(String where, JsonNode old, JsonNode now) {
    if (!fits(where, old, now)) {
      return;
    }
    for (JsonNode required : now.path("required")) {
      if (!contains(old.path("required"), required)) {
        found.add(where + "." + required.asText() + " became required");
      }
    }
    narrowed(where, old, now, "maximum", -1);
    narrowed(where, old, now, "maxLength", -1);
    narrowed(where, old, now, "maxItems", -1);
    narrowed(where, old, now, "minimum", 1);
    narrowed(where, old, now, "minLength", 1);
    if (!samePattern(old, now) && now.has("pattern")) {
      found.add(where + " changed its pattern");
    }
    for (Map.Entry<String, JsonNode> property : old.path("properties").properties()) {
      String name = property.getKey();
      sent(where + "." + name, property.getValue(), now.path("properties").path(name));
    }
    if (old.has("items")) {
      sent(where + "[]", old.path("items"), now.path("items"));
    }
  }

  private void compareReceived(String where, JsonNode old, JsonNode now) {
    if (!fits(where, old, now)) {
      return;
    }
    for (JsonNode required : old.path("required")) {
      if (!contains(now.path("required"), required)) {
        found.add(where + "." + required.asText() + " may be absent now");
      }
    }
    if (now.path("nullable").asBoolean() && !old.path("nullable").asBoolean()) {
      found.add(where + " may be null now");
    }
    for (Map.Entry<String, JsonNode> property : old.path("properties").properties()) {
      String name = property.getKey();
      received(where + "." + name, property.getValue(), now.path("properties").path(name));
    }
    if (old.has("items")) {
      received(where + "[]", old.path("items"), now.path("items"));
    }
  }

  private boolean fits(String where, JsonNode old, JsonNode now) {
    if (old.isMissingNode()) {
      return false;
    }
    if (now.isMissingNode()) {
      found.add(where + " was removed");
      return false;
    }
    for (String fixed : List.of("type", "format")) {
      if (!old.path(fixed).equals(now.path(fixed))) {
        found.add(where + " changed its " + fixed);
      }
    }
    for (JsonNode value : old.path("enum")) {
      if (!contains(now.path("enum"), value)) {
        found.add(where + " lost the value " + value.asText());
      }
    }
    return true;
  }

  /** Anchors change nothing: the server always matched whole texts. Nor does another spelling. */
  private static boolean samePattern(JsonNode old, JsonNode now) {
    return plain(old).equals(plain(now));
  }

  private static String plain(JsonNode schema) {
    return schema
        .path("pattern")
        .asText()
        .replaceFirst("^\\^(.*)\\$$", "$1")
        .replace("\\x00-\\x1F\\x7F", "\\p{Cntrl}");
  }

  private void narrowed(String where, JsonNode old, JsonNode now, String limit, int sign) {
    if (!now.has(limit)) {
      return;
    }
    boolean same = old.has(limit);
    double difference = now.path(limit).asDouble() - old.path(limit).asDouble();
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
