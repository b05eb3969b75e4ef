package org.yujian.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Applies a JSON merge patch (RFC 7396). The caller validates the result like any other body. */
public final class MergePatch {
  private MergePatch() {}

  /**
   * The record with the patch applied; a field that the patch sets to null becomes null.
   *
   * @throws com.fasterxml.jackson.databind.JsonMappingException when the patch does not fit the
   *     record; becomes 422 with a pointer
   */
  public static <T> T apply(T current, JsonNode patch, Class<T> type) throws IOException {
    ObjectMapper mapper = Json.mapper();
    JsonNode merged = merge(mapper.valueToTree(current), patch);
    return mapper.readerFor(type).readValue(mapper.treeAsTokens(merged));
  }

  /** The algorithm of RFC 7396, section 2; does not change its arguments. */
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
