package org.yujian.shared.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yujian.testing.ApiTest;

/** Dashboard and alert rules against what the program tells. */
@QuarkusTest
class MonitoringTest extends ApiTest {
  private static final Path FOLDER = Path.of("src/main/monitoring");
  private static final Pattern VARIABLE = Pattern.compile("label_values\\((\\w+), (\\w+)\\)");

  /** Made by Prometheus itself, as are the labels of where it asked. */
  private static final String UP = "up";

  private static final Set<String> WHERE = Set.of("instance", "job");

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  private Scrape scrape() {
    RestAssured.get("/v1/articles").then().statusCode(200);
    // The clock does not run in tests, and what it starts has not begun.
    RestAssured.get("/v1/search?q=a").then().statusCode(200);
    return Scrape.of(RestAssured.given().noFilters().get(metrics).asString());
  }

  @Test
  void alertsAskForWhatThereIs() throws IOException {
    List<JsonNode> rules =
        new YAMLMapper().readTree(FOLDER.resolve("alerts.yaml").toFile()).findValues("expr");
    assertThat(rules).hasSizeGreaterThan(5);
    assertAllThere(rules, scrape());
  }

  @Test
  void theDashboardAsksForWhatThereIs() throws IOException {
    JsonNode dashboard = new ObjectMapper().readTree(FOLDER.resolve("dashboard.json").toFile());
    Scrape scrape = scrape();
    List<JsonNode> targets = dashboard.findValues("expr");
    assertThat(targets).hasSizeGreaterThan(10);
    assertAllThere(targets, scrape);
    for (JsonNode query : dashboard.findValues("query")) {
      Matcher variable = VARIABLE.matcher(query.asText());
      if (variable.find()) {
        assertThat(scrape.labels()).containsKey(variable.group(1));
      }
    }
  }

  private static void assertAllThere(List<JsonNode> expressions, Scrape scrape) {
    for (JsonNode expression : expressions) {
      Map<String, Set<String>> asked = Selectors.of(expression.asText());
      assertThat(asked).as(expression.asText()).isNotEmpty();
      asked.forEach(
          (name, labels) -> {
            if (!name.equals(UP)) {
              assertThat(scrape.labels()).as(expression.asText()).containsKey(name);
              Set<String> own = new HashSet<>(labels);
              own.removeAll(WHERE);
              assertThat(scrape.labels().get(name)).as(expression.asText()).containsAll(own);
            }
          });
    }
  }

  @Test
  void seriesAreFoundInExpressions() {
    assertThat(
            Selectors.of(
                "histogram_quantile(0.9, sum by (le) (rate(a_bucket{uri!=\"/x{y}\"}[5m])))"
                    + " / ignoring (z) group_left sum(b) > 1e3 and c{} or d offset 5m"))
        .isEqualTo(Map.of("a_bucket", Set.of("uri"), "b", Set.of(), "c", Set.of(), "d", Set.of()));
  }
}
