package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Which shared schemas parts of the operations lead to. */
final class ContractReach {
  private static final String SCHEMAS = "#/components/schemas/";

  private ContractReach() {}

  /** Names of the shared schemas that these parts of all operations lead to. */
  static Set<String> schemas(JsonNode document, String... parts) {
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
}
