package org.yujian.target;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.auth.ApiKeyService;
import org.yujian.auth.Caller;
import org.yujian.testing.ApiTest;
import org.yujian.testing.Desk;
import org.yujian.testing.JsonPath;

@QuarkusTest
class QrPictureTest extends ApiTest {
  @Inject ApiKeyService keys;

  private JsonPath report;

  @BeforeEach
  void publish() {
    Desk desk = new Desk(keys.create("test", Caller.program("test").scopes(), null, "test"));
    String name = "码" + UUID.randomUUID();
    report =
        desk.publish(
            String.format(Locale.ROOT, "扫描二维码 关注“%1$s”\n扫描二维码 关注“%1$s外”\n\n# 题\n\n正文。", name));
  }

  @ParameterizedTest
  @ValueSource(ints = {120, 2000})
  void sizesWithinTheLimitsAreDrawn(int size) {
    given()
        .get(target(0) + "/qr.png?size=" + size)
        .then()
        .statusCode(200)
        .contentType("image/png")
        .header("Cache-Control", "max-age=10, stale-while-revalidate=30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"119", "2001", "0", "-1", "abc", "1e3", "99999999999"})
  void otherSizesAreAProblem(String size) {
    given()
        .get(target(0) + "/qr.png?size=" + size)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("invalid-parameter"))
        .body("errors[0].parameter", equalTo("size"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/qr.png", "/qr.svg"})
  void aTargetWithoutAddressWaitsForItsCode(String picture) {
    given()
        .get(target(1) + picture)
        .then()
        .statusCode(404)
        .body("code", equalTo("follow-target-needs-image"));
  }

  @Test
  void theSvgIsAPicture() {
    given().get(target(0) + "/qr.svg").then().statusCode(200).contentType("image/svg+xml");
  }

  private String target(int place) {
    return "/v1/follow-targets/" + report.getString("followTargets[" + place + "].followTargetId");
  }
}
