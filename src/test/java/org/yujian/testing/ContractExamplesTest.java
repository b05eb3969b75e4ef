package org.yujian.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yujian.auth.ApiKeyService;
import org.yujian.auth.Caller;
import org.yujian.shared.web.MediaTypes;

/**
 * Keeps the contract's examples real: they are answers of the program to what happens here, equal
 * to what it answers today but for ids, times and the like. After an intended change: {@code mvn
 * test -Dtest=ContractExamplesTest,ContractTest -Dcontract.update=true}, twice, as the contract
 * takes the examples in while the program is built.
 */
@QuarkusTest
class ContractExamplesTest extends ApiTest {
  private static final String SOME_ID = "0190a000-0000-7000-8000-000000000000";

  @Inject AgroalDataSource database;
  @Inject ApiKeyService keys;

  @TestHTTPResource("/")
  URI base;

  @Test
  void examplesAreAnswersOfTheProgram() {
    new Tables(database).empty();
    String key = keys.create("example", Caller.program("test").scopes(), null, "test");
    ExampleStory story = new ExampleStory(new Client(base, key));
    story.tell();
    assertThat(story.differences()).as("see ContractExamplesTest how to update").isEmpty();
  }

  @Test
  void examplesAreValid() throws IOException {
    JsonNode document =
        new YAMLMapper().readTree(RestAssured.get("/openapi?format=yaml").asByteArray());
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, JsonNode> operation : Operations.of(document).entrySet()) {
      String[] name = operation.getKey().split(" ");
      String path = name[1].replaceAll("\\{\\w+}", SOME_ID);
      for (Map.Entry<String, JsonNode> response :
          operation.getValue().path("responses").properties()) {
        JsonNode json = response.getValue().path("content").path(MediaTypes.JSON);
        if (json.has("example")) {
          byte[] body = json.path("example").toString().getBytes(UTF_8);
          int status = Integer.parseInt(response.getKey());
          contract()
              .violations(name[0], path, status, MediaTypes.JSON, body)
              .forEach(violation -> wrong.add(operation.getKey() + ": " + violation));
        }
      }
      for (Map.Entry<String, JsonNode> type :
          operation.getValue().path("requestBody").path("content").properties()) {
        JsonNode example = type.getValue().path("example");
        if (!example.isMissingNode()) {
          contract()
              .requestViolations(name[0], path, type.getKey(), example.toString())
              .forEach(violation -> wrong.add(operation.getKey() + ": " + violation));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
