package org.yujian.shared.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yujian.testing.ApiTest;

/** Nothing that a client sends becomes a label. */
@QuarkusTest
class RequestLabelsTest extends ApiTest {
  @Inject MeterRegistry registry;

  private Set<String> labels(String tag) {
    return registry.find("http.server.requests").timers().stream()
        .map(Timer::getId)
        .map(id -> id.getTag(tag))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static RequestSpecification given() {
    return RestAssured.given().noFilters();
  }

  /** Found, not found, refused before a resource is chosen, answered by the router. */
  private static void send(String word) {
    given().get("/v1/articles/" + word);
    given().get("/" + word);
    given().get("/docs/" + word);
    given().get("/v1/page." + word + ".css");
    given().get("/v1/articles/" + word + "?" + word + "=%00");
    given().request(word, "/v1/articles/" + word);
    given().options("/v1/articles/" + word);
    given().body("{}").post("/v1/articles/" + word);
    given().header("Content-Encoding", word).body("{}").post("/v1/" + word);
    given().header("Content-Encoding", word).body("{}").put("/v1/desk/tags/" + word);
    given().header("Authorization", "Bearer " + word).get("/v1/desk/editions/" + word);
  }

  @Test
  void newWordsMakeNoNewLabels() {
    send("first");
    Set<String> paths = labels("uri");
    Set<String> methods = labels("method");
    send("second");
    send("THIRD");
    assertThat(labels("uri")).isEqualTo(paths);
    assertThat(labels("method")).isEqualTo(methods);
    assertThat(paths)
        .contains("/v1/articles/{id}", "/v1/desk/tags/{slug}", "NOT_FOUND", "OTHER")
        .noneMatch(path -> path.contains("first"));
    assertThat(methods).contains("GET", "OTHER");
  }
}
