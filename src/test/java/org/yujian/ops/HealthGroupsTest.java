package org.yujian.ops;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.testing.PostgresResource;

/** Each part of the program has a health address of its own for monitoring. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class HealthGroupsTest {
  @TestHTTPResource(value = "/health", management = true)
  URI health;

  private ValidatableResponse get(String path) {
    return given().noFilters().get(URI.create(health + path)).then();
  }

  @ParameterizedTest
  @ValueSource(strings = {"database", "log", "disk", "backup", "search"})
  void eachGroupIsUpAndHasOneCheck(String group) {
    get("/group/" + group)
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks.size()", equalTo(1));
  }

  @Test
  void theDatabaseSaysItsRoleAndTimeline() {
    get("/group/database")
        .body("checks[0].data.state", equalTo("primary"))
        .body("checks[0].data.timeline", equalTo(1));
  }

  @Test
  void theLogSaysWhenItWasRead() {
    get("/group/log").body("checks[0].data.readMillisAgo", lessThan(5_000));
  }

  @Test
  void theDiskSaysWhatIsLeft() {
    get("/group/disk").body("checks[0].data.dataFreeBytes", greaterThan(0L));
  }

  @Test
  void theSearchIndexIsThatOfReadiness() {
    get("/group/search").body("checks[0].name", equalTo("search index"));
  }

  @Test
  void theWholeHealthHasWhatARestartOrALoadBalancerConcerns() {
    get("")
        .statusCode(200)
        .body("checks.name", hasItems("search index", "Daily backup"))
        .body("checks.name", not(hasItems("database")));
  }

  @Test
  void aNodeIsReadyAndLiveWithoutItsDatabase() {
    for (String path : new String[] {"/live", "/ready"}) {
      get(path).statusCode(200).body("checks.name", not(hasItems("database")));
    }
  }
}
