package org.yujian.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yujian.shared.json.Json;

/** The operations of a contract by "METHOD /path". */
public final class Operations {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");

  private static volatile JsonNode running;

  private Operations() {}

  /** With the parameters, responses and headers that they refer to. */
  public static Map<String, JsonNode> of(JsonNode contract) {
    Map<String, JsonNode> operations = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path :
        ContractDocument.resolved(contract).path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          operations.put(
              operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
              operation.getValue());
        }
      }
    }
    return operations;
  }

  /** Those of the desk in the running program's contract, "METHOD /path" by operationId. */
  public static Map<String, String> ofDesk() {
    return under("/v1/desk/");
  }

  /** Those of readers, "METHOD /path" by operationId. */
  static Map<String, String> ofReaders() {
    return under("/v1/me");
  }

  private static Map<String, String> under(String start) {
    Map<String, String> found = new TreeMap<>();
    of(running())
        .forEach(
            (place, operation) -> {
              if (place.contains(" " + start)) {
                found.put(operation.path("operationId").asText(), place);
              }
            });
    return found;
  }

  /** The operationIds of the desk that are not a GET. */
  public static List<String> writesOfDesk() {
    return ofDesk().entrySet().stream()
        .filter(operation -> !operation.getValue().startsWith("GET "))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The running program's contract, which it does not change. */
  static JsonNode running() {
    JsonNode known = running;
    if (known == null) {
      try {
        known = new YAMLMapper().readTree(RestAssured.get("/openapi?format=yaml").asByteArray());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      running = known;
    }
    return known;
  }

  /** The request that the contract shows; null for an operation without one. */
  static Map<String, Object> example(String operation) {
    JsonNode example =
        of(running()).values().stream()
            .filter(described -> described.path("operationId").asText().equals(operation))
            .findFirst()
            .orElseThrow()
            .path("requestBody")
            .path("content")
            .findPath("example");
    return example.isMissingNode()
        ? null
        : Json.mapper().convertValue(example, new TypeReference<Map<String, Object>>() {});
  }
}
