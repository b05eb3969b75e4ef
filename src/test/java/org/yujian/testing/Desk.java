package org.yujian.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The desk as an editor with an admin key uses it, for tests that need content to read. */
public final class Desk {
  private final String key;

  public Desk(String key) {
    this.key = key;
  }

  /** A request with the key; its answer is not compared with the contract: here it is a means. */
  public RequestSpecification request() {
    return given().noFilters().header("Authorization", "Bearer " + key);
  }

  /** Imports a document and publishes it; gives the report. */
  public JsonPath publish(String document) {
    return JsonPath.of(
        request()
            .multiPart("file", "document.txt", document.getBytes(StandardCharsets.UTF_8))
            .multiPart("publish", "true")
            .post("/v1/desk/imports")
            .then()
            .statusCode(201)
            .extract()
            .response());
  }

  /** As {@link #publish}, and what changed is a correction of this article. */
  public void correct(String article, String document) {
    request()
        .multiPart("file", "document.txt", document.getBytes(StandardCharsets.UTF_8))
        .multiPart("publish", "true")
        .multiPart("updates", article)
        .post("/v1/desk/imports")
        .then()
        .statusCode(201);
  }

  public void withdraw(String article, String reason, String publicNote) {
    request()
        .contentType("application/json")
        .body(Map.of("class", reason, "publicNote", publicNote))
        .post("/v1/desk/articles/" + article + "/withdraw")
        .then()
        .statusCode(200);
  }

  /** The public address of an account's code, without the host: {@code /f/…}. */
  public static String landing(String article) {
    return given()
        .accept("text/html")
        .get("/a/" + article)
        .htmlPath()
        .getString("html.body.header.a.@href");
  }
}
