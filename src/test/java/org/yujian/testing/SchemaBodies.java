package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** JSON that nearly fits a schema: the right names with now and then a wrong value. */
final class SchemaBodies {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAX_DEPTH = 5;
  private static final List<String> WORDS =
      List.of("豫见", "a", "A-b", "\uD83D\uDE00", "", "x-1", "账号甲", "\u202e\ufeff", "tag-a", "  ");

  private final Random random;
  private final JsonNode document;
  private final List<String> ids;

  /**
   * @param ids of rows that exist
   */
  SchemaBodies(Random random, JsonNode document, List<String> ids) {
    this.random = random;
    this.document = document;
    this.ids = ids;
  }

  String make(JsonNode schema) {
    // Sent as ISO-8859-1: escapes keep any text in one byte per character.
    StringBuilder ascii = new StringBuilder();
    for (char c : value(schema, 0).toString().toCharArray()) {
      ascii.append(c < 128 ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
    }
    return ascii.toString();
  }

  private JsonNode value(JsonNode schema, int depth) {
    if (random.nextInt(12) == 0 || depth > MAX_DEPTH) {
      return wrong();
    }
    if (schema.has("$ref")) {
      return value(document.at(schema.path("$ref").asText().substring(1)), depth);
    }
    if (schema.has("allOf")) {
      return value(schema.path("allOf").path(0), depth);
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "integer", "number" -> JSON.numberNode(random.nextInt(40) - 4);
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      default -> text(schema);
    };
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = JSON.objectNode();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (random.nextInt(6) > 0) {
        object.set(property.getKey(), value(property.getValue(), depth + 1));
      }
    }
    if (random.nextInt(10) == 0) {
      object.put("unknown", 1);
    }
    return object;
  }

  private ArrayNode array(JsonNode schema, int depth) {
    ArrayNode array = JSON.arrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      array.add(value(schema.path("items"), depth + 1));
    }
    return array;
  }

  private TextNode text(JsonNode schema) {
    if (schema.has("enum") && random.nextInt(6) > 0) {
      return JSON.textNode(schema.path("enum").path(0).asText());
    }
    if (schema.path("pattern").asText().startsWith("^http") && random.nextInt(6) > 0) {
      return JSON.textNode("https://example.org/" + random.nextInt());
    }
    return switch (schema.path("format").asText()) {
      case "uuid" -> JSON.textNode(ids.get(random.nextInt(ids.size())));
      case "date-time" -> JSON.textNode("2026-11-24T08:00:00Z");
      default -> JSON.textNode(WORDS.get(random.nextInt(WORDS.size())));
    };
  }

  private JsonNode wrong() {
    return switch (random.nextInt(9)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.textNode("\u0000");
      case 2 -> JSON.textNode("a\uD800");
      case 3 -> JSON.textNode("x".repeat(5_000));
      case 4 -> JSON.numberNode(Long.MAX_VALUE);
      case 5 -> JSON.numberNode(1.5);
      case 6 -> JSON.arrayNode().add(JSON.nullNode());
      case 7 -> JSON.objectNode().put("x", 1);
      default -> JSON.textNode("2026-11-24T08:00:00");
    };
  }
}
