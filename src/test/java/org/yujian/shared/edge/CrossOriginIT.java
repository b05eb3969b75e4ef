package org.yujian.shared.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/** Settings that only sites and strangers notice: allowed origins, and security.txt. */
class CrossOriginIT {
  private static final String PORTAL = "https://portal.example";

  private static Program program;

  @BeforeAll
  static void start() {
    program =
        Program.start(
            Folders.empty("cross-origin"),
            "yujian.cors-origins=" + PORTAL + ",http://localhost:5173",
            "yujian.security-contact=mailto:security@example.org");
  }

  @AfterAll
  static void end() {
    program.close();
  }

  /** The second response comes from the cache, before JAX-RS. */
  @Test
  void responsesAllowAnAllowedOriginToReadThem() {
    for (int i = 0; i < 3; i++) {
      Response read = from(PORTAL).get("/v1/articles");
      assertThat(read.statusCode()).isEqualTo(200);
      assertThat(read.header("Access-Control-Allow-Origin")).isEqualTo(PORTAL);
      assertThat(read.header("Access-Control-Expose-Headers")).contains("ETag", "Link");
      assertThat(read.header("Access-Control-Allow-Credentials")).isNull();
      assertThat(read.headers().getValues("Vary"))
          .anyMatch(vary -> vary.equalsIgnoreCase("origin"));
    }
    Response problem = from(PORTAL).get("/v1/nothing");
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(problem.header("Access-Control-Allow-Origin")).isEqualTo(PORTAL);
  }

  @Test
  void aPreflightNamesMethodsAndHeaders() {
    Response preflight =
        from(PORTAL)
            .header("Access-Control-Request-Method", "PATCH")
            .header("Access-Control-Request-Headers", "authorization, if-match, content-type")
            .options("/v1/desk/tags/x");
    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(PORTAL);
    assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PATCH");
    assertThat(preflight.header("Access-Control-Allow-Headers"))
        .contains("Authorization", "If-Match", "Content-Type", "Idempotency-Key");
    assertThat(preflight.header("Access-Control-Max-Age")).isEqualTo("86400");
  }

  /** A browser then neither sends the cookie of a session nor shows what it opened. */
  @Test
  void noOriginMayUseTheCookieOfASession() {
    for (String path : List.of("/v1/desk/accounts", "/desk", "/desk/sign-in")) {
      Response preflight =
          from(PORTAL)
              .header("Access-Control-Request-Method", "POST")
              .header("Access-Control-Request-Headers", "content-type")
              .options(path);
      assertThat(preflight.header("Access-Control-Allow-Credentials")).as(path).isNull();
      Response read = from(PORTAL).header("Cookie", "yujian-desk=ys_" + "a".repeat(43)).get(path);
      assertThat(read.header("Access-Control-Allow-Credentials")).as(path).isNull();
    }
  }

  @Test
  void otherOriginsGetTheResponseWithoutPermission() {
    for (String origin :
        List.of(
            "https://evil.example", "null", PORTAL + ".evil.example", "http://portal.example")) {
      Response read = from(origin).get("/v1/articles");
      assertThat(read.statusCode()).isEqualTo(200);
      assertThat(read.header("Access-Control-Allow-Origin")).as(origin).isNull();
      Response preflight =
          from(origin).header("Access-Control-Request-Method", "GET").options("/v1/articles");
      assertThat(preflight.statusCode()).isEqualTo(204);
      assertThat(preflight.header("Allow")).contains("GET");
      assertThat(preflight.header("Access-Control-Allow-Methods")).as(origin).isNull();
    }
    assertThat(given().get("/v1/articles").header("Access-Control-Allow-Origin")).isNull();
  }

  /** RFC 9116, section 2.5. */
  @Test
  void securityTxtHasTheRequiredFields() {
    Response response = given().get("/.well-known/security.txt");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).isEqualTo("text/plain;charset=UTF-8");
    var fields =
        response
            .asString()
            .lines()
            .map(line -> line.split(": ", 2))
            .collect(Collectors.toMap(field -> field[0], field -> field[1]));
    assertThat(fields).containsEntry("Contact", "mailto:security@example.org");
    assertThat(Instant.parse(fields.get("Expires")))
        .isBetween(
            Instant.now().plus(180, ChronoUnit.DAYS), Instant.now().plus(365, ChronoUnit.DAYS));
  }

  private static RequestSpecification from(String origin) {
    return given().header("Origin", origin);
  }

  private static RequestSpecification given() {
    return RestAssured.given().baseUri(program.baseUrl().toString());
  }
}
