package org.yujian.shared.html;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.yujian.testing.ApiTest;

@QuarkusTest
class IconResourceTest extends ApiTest {

  @Test
  void browsersFindTheIconByThemselvesAndByThePagesLink() {
    byte[] bitmap =
        given()
            .get("/favicon.ico")
            .then()
            .statusCode(200)
            .contentType("image/x-icon")
            .header("Cache-Control", "max-age=86400")
            .extract()
            .asByteArray();
    // Reserved, type icon, two pictures (ICONDIR).
    assertThat(bitmap).startsWith(0, 0, 1, 0, 2, 0);
    String link =
        given()
            .accept("text/html")
            .get("/problems")
            .htmlPath()
            .getString("html.head.link.find { it.@rel == 'icon' }.@href");
    given().get(link).then().statusCode(200).contentType("image/svg+xml");
  }
}
