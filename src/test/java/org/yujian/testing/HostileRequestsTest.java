package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Throws malformed requests at every operation of the contract. Nothing may answer 5xx, every 4xx
 * must be a problem document as the contract describes it. {@code -Dfuzz.requests=10000} for more,
 * {@code -Dfuzz.seed=…} to repeat a run.
 */
@QuarkusTest
class HostileRequestsTest extends ApiTest {
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2_000);
  private static final long SEED = Long.getLong("fuzz.seed", new Random().nextLong());

  @Test
  void nothingThatAClientSendsBreaksTheServer() throws IOException {
    System.out.println("fuzz.seed=" + SEED);
    JsonNode document =
        new YAMLMapper().readTree(RestAssured.get("/openapi?format=yaml").asByteArray());
    List<Map.Entry<String, JsonNode>> operations =
        new ArrayList<>(Operations.of(document).entrySet());
    Random random = new Random(SEED);
    HostileRequest maker = new HostileRequest(random, document);
    List<String> failures = new ArrayList<>();
    try (RawHttp http = new RawHttp(RestAssured.port)) {
      for (int i = 0; i < REQUESTS && failures.size() < 20; i++) {
        Map.Entry<String, JsonNode> operation = operations.get(i % operations.size());
        byte[] request = maker.make(operation.getKey(), operation.getValue());
        check(http, request, failures);
      }
    }
    assertThat(failures).as("seed " + SEED).isEmpty();
  }

  @Test
  void requestsThatAreNoHttpGetProblemDocuments() throws IOException {
    List<String> failures = new ArrayList<>();
    try (RawHttp http = new RawHttp(RestAssured.port)) {
      for (byte[] request : MalformedHttp.requests()) {
        http.renew();
        check(http, request, failures);
      }
    }
    assertThat(failures).isEmpty();
  }

  private static void check(RawHttp http, byte[] request, List<String> failures) {
    String head = RawHttp.firstLine(request);
    try {
      RawHttp.Answer answer = http.send(request);
      String wrong = judge(head, answer);
      if (wrong != null) {
        failures.add(RawHttp.printable(request) + "\n  => " + wrong + "\n  " + answer);
      }
    } catch (IOException e) {
      failures.add(RawHttp.printable(request) + "\n  => no answer: " + e);
    }
  }

  private static String judge(String head, RawHttp.Answer answer) {
    if (answer.status() >= 500 && answer.status() != 501 && answer.status() != 505) {
      return "server error " + answer.status();
    }
    if (answer.status() < 400) {
      return null;
    }
    String method = head.contains(" ") ? head.substring(0, head.indexOf(' ')) : head;
    List<String> wrong =
        Contract.problemViolations(
            answer.status(), answer.header("content-type"), answer.body(), method);
    if (!wrong.isEmpty()) {
      return wrong.toString();
    }
    if (answer.header("x-request-id") == null) {
      return "no X-Request-Id";
    }
    if (answer.status() == 401 && answer.headers("www-authenticate").size() != 1) {
      return "not one WWW-Authenticate";
    }
    return describedByContract(method, head, answer);
  }

  private static String describedByContract(String method, String head, RawHttp.Answer answer) {
    // These belong to HTTP, not to an operation.
    if (List.of(405, 408, 414, 417, 431, 501, 505).contains(answer.status())
        || answer.body().length == 0) {
      return null;
    }
    String[] words = head.split(" ");
    if (words.length < 2 || !words[1].startsWith("/v1/") || answer.status() == 400) {
      return null;
    }
    String path = words[1].replaceAll("\\?.*", "");
    List<String> violations =
        contract()
            .violations(
                method, path, answer.status(), answer.header("content-type"), answer.body());
    return violations.isEmpty() ? null : violations.toString();
  }
}
