package org.yujian.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** No value of {@code Accept-Language} is in the way of a problem document or a page. */
@QuarkusTest
class ProblemLanguageTest extends ApiTest {
  private static final long SEED = Long.getLong("language.seed", new Random().nextLong());
  private static final String ID = "0190a000-0000-7000-8000-000000000000";

  private static final List<String> PARTS =
      List.of(
          "-",
          "--",
          ",",
          ";",
          "q=",
          "=",
          "*",
          "0",
          "1",
          ".",
          "NaN",
          "zh",
          "en",
          " ",
          "x-",
          "i-",
          "\u00e4",
          "\u00ff",
          "zh-CN",
          "en;q=0.5",
          ";q=",
          "-".repeat(300),
          "a".repeat(300),
          "\t");

  private static String random(Random random) {
    StringBuilder value = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      value.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return value.toString();
  }

  private static RawHttp.Answer send(RawHttp http, String line, String headers) throws IOException {
    return http.send((line + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n").getBytes(ISO_8859_1));
  }

  private static void assertProblem(RawHttp.Answer answer, int status, String as) {
    assertThat(answer.status()).as(as).isEqualTo(status);
    assertThat(
            Contract.problemViolations(status, answer.header("content-type"), answer.body(), "GET"))
        .as(as)
        .isEmpty();
    assertThat(answer.header("content-language")).as(as).isIn("en", "zh");
  }

  private static void check(RawHttp http, String headers) throws IOException {
    assertProblem(send(http, "GET /nothing", headers), 404, headers);
    assertProblem(send(http, "GET /v1/articles?limit=x", headers), 400, headers);
    assertProblem(send(http, "GET /v1/me", headers), 401, headers);
    // Validators look for messages in the client's language.
    assertProblem(send(http, "GET /v1/testing/list?min=1", headers), 400, headers);
    // Below the router.
    assertProblem(send(http, "GET /%zz", headers), 400, headers);
    RawHttp.Answer page = send(http, "GET /a/" + ID, headers + "Accept: text/html\r\n");
    assertThat(page.status()).as(headers).isEqualTo(404);
    assertThat(page.header("content-type")).as(headers).startsWith("text/html");
    assertThat(page.header("content-language")).as(headers).isIn("en", "zh-CN");
  }

  @Test
  void anyValueGetsAProblemInOneOfTheLanguages() throws IOException {
    System.out.println("language.seed=" + SEED);
    Random random = new Random(SEED);
    try (RawHttp http = new RawHttp(RestAssured.port)) {
      for (String value : List.of("", "-", "--", "*", "zh;q=NaN", "-,-;q=1", "en--us")) {
        check(http, "Accept-Language: " + value + "\r\n");
      }
      for (int i = 0; i < 200; i++) {
        check(http, "Accept-Language: " + random(random) + "\r\n");
      }
      check(http, "Accept-Language: " + "--,".repeat(2_000) + "\r\n");
    }
  }

  @Test
  void severalLinesAreOneList() throws IOException {
    try (RawHttp http = new RawHttp(RestAssured.port)) {
      String lines = "Accept-Language: en;q=0.5\r\nAccept-Language: zh\r\n";
      assertThat(send(http, "GET /nothing", lines).header("content-language")).isEqualTo("zh");
      assertThat(send(http, "GET /%zz", lines).header("content-language")).isEqualTo("zh");
      String page = lines.replace("zh", "fr") + "Accept: text/html\r\n";
      assertThat(send(http, "GET /a/" + ID, page).header("content-language")).isEqualTo("en");
      check(http, "Accept-Language: --\r\nAccept-Language: -\r\n");
    }
  }

  @Test
  void aProblemThatCannotBeWrittenIsTheFixedDocument() throws IOException {
    try (RawHttp http = new RawHttp(RestAssured.port)) {
      AtomicReference<RawHttp.Answer> got = new AtomicReference<>();
      List<String> logged =
          LogLines.during(
              () ->
                  got.set(
                      send(
                          http, "GET /v1/testing/fail/unwritable", "X-Request-Id: request-1\r\n")));
      assertThat(logged).anyMatch(line -> line.contains("cannot be rendered"));
      RawHttp.Answer answer = got.get();
      assertProblem(answer, 500, "unwritable");
      assertThat(new String(answer.body(), UTF_8))
          .contains("\"requestId\":\"request-1\"")
          .doesNotContain("secret");
      assertThat(answer.headers("x-request-id")).containsExactly("request-1");
    }
  }
}
