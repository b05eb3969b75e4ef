package org.yujian.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * JSON merge patch (RFC 7396). A feature reads its present state as a request record, applies the
 * patch and validates the result like any other body.
 */
public final class MergePatch {
  private MergePatch() {}

  /**
   * The record with the patch applied. Fields that the patch sets to null become null, absent ones
   * stay.
   *
   * @throws com.fasterxml.jackson.databind.JsonMappingException by way of the mapper of exceptions
   *     (422 with pointer) when the patch does not fit the record
   */
  public static <T> T apply(T current, JsonNode patch, Class<T> type) throws IOException {
    ObjectMapper mapper = Json.mapper();
    JsonNode merged = merge(mapper.valueToTree(current), patch);
    return mapper.readerFor(type).readValue(mapper.treeAsTokens(merged));
  }

  /** The algorithm of RFC 7396, section 2; neither argument is changed. */
  public static JsonNode merge(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch.deepCopy();
    }
    ObjectNode result =
        target != null && target.isObject() ? target.deepCopy() : Json.mapper().createObjectNode();
    patch
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isNull()) {
                result.remove(field.getKey());
              } else {
                result.set(field.getKey(), merge(result.get(field.getKey()), field.getValue()));
              }
            });
    return result;
  }
}
