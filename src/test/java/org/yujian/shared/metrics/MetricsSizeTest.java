package org.yujian.shared.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.Phone;

/** What Prometheus reads stays small, whatever clients send. */
@QuarkusTest
class MetricsSizeTest extends DeskTest {
  private static final int MOST_BYTES = 150_000;
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO", "BAR");

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  private static RequestSpecification given() {
    return RestAssured.given().noFilters().contentType("application/json");
  }

  private void touch(String path, String method, Phone phone) {
    String key = path.startsWith("/v1/me") ? phone.accessToken() : adminKey();
    String authorization = "Bearer " + key;
    given().request(method, path);
    given().header("Authorization", "Bearer rubbish").request(method, path);
    given().header("Authorization", authorization).request(method, path + "?limit=x");
    given().header("Authorization", authorization).accept("image/x-none").request(method, path);
    if (!method.equals("GET") && !method.equals("HEAD") && !path.equals("/v1/me")) {
      given().header("Authorization", authorization).body("{").request(method, path);
      given().header("Authorization", authorization).body("{}").request(method, path);
      given()
          .header("Authorization", authorization)
          .header("If-Match", "\"v9\"")
          .body("{}")
          .request(method, path);
      given().contentType("text/plain").body("x").request(method, path);
    } else if (method.equals("GET")) {
      given().header("Authorization", authorization).get(path);
    }
  }

  @Test
  void everyOperationWithManyStatusesMethodsAndUnknownPaths() throws IOException {
    account("甲社区");
    Phone phone = Phone.signUp();
    JsonNode contract =
        new YAMLMapper().readTree(RestAssured.get("/openapi?format=yaml").asByteArray());
    int number = 0;
    for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
      if (path.getKey().equals("/v1/events")) {
        // Its answer never ends.
        continue;
      }
      String some = path.getKey().replaceAll("\\{\\w+}", "0190a000-0000-7000-8000-000000000000");
      for (String method : METHODS) {
        touch(some, method, phone);
      }
      given().get(some + "/" + number);
      given().get("/" + number + some);
      number++;
    }
    String scrape = given().get(metrics).asString();
    System.out.printf(
        Locale.ROOT, "metrics: %d bytes, %d lines%n", scrape.length(), scrape.lines().count());
    assertThat(scrape)
        .contains("uri=\"/v1/articles\"")
        .contains("yujian_requests_seconds_bucket{work=\"read\",le=\"0.1\"");
    assertThat(scrape.length()).isLessThan(MOST_BYTES);
  }
}
