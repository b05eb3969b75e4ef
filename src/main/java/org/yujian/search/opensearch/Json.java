package org.yujian.search.opensearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collector;

/** Makes, writes and reads the JSON of requests and responses. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An object with one member. */
  static ObjectNode object(String name, JsonNode value) {
    return object().set(name, value);
  }

  static Collector<JsonNode, ?, ArrayNode> toArray() {
    return Collector.of(
        JsonNodeFactory.instance::arrayNode, ArrayNode::add, (some, more) -> some.addAll(more));
  }

  /** UTF-8; a surrogate without its partner, which no stored text has, becomes a question mark. */
  static byte[] bytes(JsonNode json) {
    try {
      return MAPPER.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * Reads a response; nothing is an empty object.
   *
   * @throws IOException when it is no JSON
   */
  static JsonNode read(byte[] bytes) throws IOException {
    return bytes.length == 0 ? object() : MAPPER.readTree(bytes);
  }

  /** Reads JSON of the program itself. */
  static ObjectNode parse(String json) {
    try {
      return (ObjectNode) MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
