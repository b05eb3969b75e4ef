package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code openapi/openapi.yaml} and the code the same, and the contract whole. After an
 * intended change: {@code mvn test -Dtest=ContractTest -Dcontract.update=true}.
 */
@QuarkusTest
class ContractTest extends ApiTest {
  private static final Path FILE = Path.of("openapi", "openapi.yaml");
  private static final YAMLMapper YAML = new YAMLMapper();

  private static JsonNode generated() throws IOException {
    return YAML.readTree(RestAssured.get("/openapi?format=yaml").asByteArray());
  }

  private static JsonNode committed() throws IOException {
    return Files.exists(FILE) ? YAML.readTree(FILE.toFile()) : YAML.createObjectNode();
  }

  static boolean mayUpdate() {
    return Boolean.getBoolean("contract.update") && !"true".equals(System.getenv("CI"));
  }

  @Test
  void theCommittedContractIsTheGeneratedOne() throws IOException {
    JsonNode generated = generated();
    if (mayUpdate()) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, ContractDocument.text(Sorted.byName(generated)));
    }
    assertThat(committed())
        .as("openapi/openapi.yaml differs from the code; see ContractTest how to update it")
        .isEqualTo(generated);
  }

  @Test
  void noChangeBreaksAClient() throws IOException {
    Assumptions.assumeFalse(mayUpdate());
    assertThat(BreakingChanges.between(committed(), generated())).isEmpty();
  }

  @Test
  void everyOperationIsDescribedWhole() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, JsonNode> operation : Operations.of(generated()).entrySet()) {
      JsonNode described = operation.getValue();
      if (described.path("operationId").asText().isEmpty()) {
        missing.add(operation.getKey() + ": operationId");
      }
      if (described.path("tags").isEmpty()) {
        missing.add(operation.getKey() + ": tags");
      }
      if (lacksExample(described)) {
        missing.add(
            operation.getKey()
                + ": src/main/resources/openapi-examples/"
                + described.path("operationId").asText()
                + ".json");
      }
      for (String status : List.of("400", "404", "500", "503")) {
        if (!described
            .path("responses")
            .path(status)
            .path("content")
            .has("application/problem+json")) {
          missing.add(operation.getKey() + ": problem " + status);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** Else generated clients have no place for the token, or are not generated at all. */
  @Test
  void everyOperationNamesASchemeThatIsThere() throws IOException {
    JsonNode schemes = generated().at("/components/securitySchemes");
    for (Map.Entry<String, JsonNode> operation : Operations.of(generated()).entrySet()) {
      String path = operation.getKey().split(" ")[1];
      List<String> named = new ArrayList<>();
      operation
          .getValue()
          .path("security")
          .forEach(one -> one.fieldNames().forEachRemaining(named::add));
      assertThat(named)
          .as(operation.getKey())
          .isEqualTo(
              path.startsWith("/v1/desk")
                  ? List.of("deskKey")
                  : path.startsWith("/v1/me") ? List.of("deviceToken") : List.of())
          .allMatch(schemes::has);
    }
  }

  /** Only answers with a JSON body need one. */
  private static boolean lacksExample(JsonNode operation) {
    for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
      JsonNode json = response.getValue().path("content").path("application/json");
      if (response.getKey().startsWith("2") && json.isObject() && !json.has("example")) {
        return true;
      }
    }
    return false;
  }

  /** Else generated clients send all values in one part, with commas between them. */
  @Test
  void fieldsOfAFormThatMayRepeatAreSaidTo() throws IOException {
    JsonNode form =
        generated().at("/paths/~1v1~1desk~1imports/post/requestBody/content/multipart~1form-data");
    for (String field : List.of("tag", "updates")) {
      assertThat(form.path("encoding").path(field).path("style").asText()).isEqualTo("form");
      assertThat(form.path("encoding").path(field).path("explode").asBoolean()).isTrue();
    }
    assertThat(form.path("encoding")).hasSize(2);
  }
}
