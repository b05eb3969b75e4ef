package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole numbers in parameters of every operation are ASCII digits, written in one way. */
@QuarkusTest
class NumbersTest extends DeskTest {
  private static final String ID = "0190a000-0000-7000-8000-000000000000";

  private Response send(String place, String query, Phone phone) {
    String path = place.substring(place.indexOf(' ') + 1).replaceAll("\\{(rev)}", "1");
    path = path.replaceAll("\\{\\w+}", ID) + "?" + query;
    String method = place.substring(0, place.indexOf(' '));
    return (path.startsWith("/v1/me") ? phone.request() : desk()).request(method, path);
  }

  @Test
  void otherDigitsSignsAndZerosAreRefused() {
    Phone phone = Phone.signUp();
    List<String> accepted = new ArrayList<>();
    int parameters = 0;
    for (Map.Entry<String, JsonNode> operation : Operations.of(Operations.running()).entrySet()) {
      for (JsonNode parameter : operation.getValue().path("parameters")) {
        boolean number = parameter.path("schema").path("type").asText().equals("integer");
        if (!number || !parameter.path("in").asText().equals("query")) {
          continue;
        }
        parameters++;
        String name = parameter.path("name").asText();
        for (String value : List.of("%D9%A5", "%2B5", "05", "5.0", "%205", "5e0")) {
          Response answer = send(operation.getKey(), name + "=" + value, phone);
          boolean refused =
              answer.statusCode() == 400
                  && List.of(name).equals(JsonPath.of(answer).getList("errors.parameter"));
          if (!refused) {
            accepted.add(operation.getKey() + " " + name + "=" + value + " " + answer.asString());
          }
        }
      }
    }
    assertThat(parameters).isGreaterThan(20);
    assertThat(accepted).isEmpty();
  }
}
