package org.yujian.shared.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yujian.testing.ApiTest;

/** {@code security.txt} needs a setting: {@code CrossOriginIT}. */
@QuarkusTest
class WellKnownResourceTest extends ApiTest {

  @Test
  void theCatalogLeadsToTheContractAndItsDocumentation() {
    Response catalog = given().get("/.well-known/api-catalog");
    assertThat(catalog.statusCode()).isEqualTo(200);
    assertThat(catalog.contentType())
        .isEqualTo("application/linkset+json;profile=\"https://www.rfc-editor.org/info/rfc9727\"");
    assertThat(catalog.header("Link")).isEqualTo("</.well-known/api-catalog>; rel=\"api-catalog\"");
    assertThat(catalog.jsonPath().getString("linkset[0].anchor")).isEqualTo("/v1");
    for (String relation : List.of("service-desc", "service-doc")) {
      List<String> links = catalog.jsonPath().getList("linkset[0]['" + relation + "'].href");
      List<String> types = catalog.jsonPath().getList("linkset[0]['" + relation + "'].type");
      assertThat(links).hasSize(2);
      for (int i = 0; i < links.size(); i++) {
        Response linked = given().get(links.get(i));
        assertThat(linked.statusCode()).as(links.get(i)).isEqualTo(200);
        assertThat(linked.contentType()).as(links.get(i)).startsWith(types.get(i));
      }
    }
    assertThat(given().head("/.well-known/api-catalog").header("Link")).contains("api-catalog");
  }

  @Test
  void withoutAContactThereIsNoSecurityTxt() {
    given().get("/.well-known/security.txt").then().statusCode(404);
  }
}
