package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is answered on the event loop is, byte by byte, what the resource's way answers. */
@QuarkusTest
class HotReadsTest extends DeskTest {
  /** The weight sends it the longer way, which is not worth a parser before JAX-RS. */
  private static final String THE_LONG_WAY = "Accept: */*;q=0.9";

  @TestHTTPResource("/")
  URI base;

  @Inject MeterRegistry meters;

  private RawHttp http;
  private JsonPath report;

  @BeforeEach
  void publish() {
    http = new RawHttp(base.getPort());
    report = imported(Upload.text("扫描二维码关注“甲社区”\n\n# 甲\n\n正文。\n").with("tag", "党建").publish());
  }

  @AfterEach
  void hangUp() throws IOException {
    http.close();
  }

  @Test
  void headersAndBytesAreTheSameInEveryCodingAndAsNotModified() throws IOException {
    for (String path : paths()) {
      for (String coding : List.of("X: y", "Accept-Encoding: gzip, deflate", "X-Y: z")) {
        RawHttp.Answer made = get(path, THE_LONG_WAY, coding);
        assertThat(made.status()).as(path).isEqualTo(200);
        double hot = hot();
        assertSame(path, get(path, coding), made);
        String known = "If-None-Match: W/\"other\", " + made.header("etag");
        RawHttp.Answer unmodified = get(path, THE_LONG_WAY, coding, known);
        assertThat(unmodified.status()).as(path).isEqualTo(304);
        assertSame(path, get(path, coding, known), unmodified);
        // Neither needed a thread; who compresses first does.
        assertThat(hot() - hot).as("%s, %s", path, coding).isEqualTo(2);
      }
    }
  }

  @Test
  void whoAsksForMoreThanAnAddressIsAnsweredByTheResource() throws IOException {
    String path = "/v1/articles?limit=3";
    assertThat(get(path).status()).isEqualTo(200);
    assertThat(get(path).status()).isEqualTo(200);
    assertThat(get(path, "Accept: text/csv").status()).isEqualTo(406);
    assertThat(get(path, "Authorization: Bearer yj_nobody").status())
        .isEqualTo(get("/v1/articles?limit=4", "Authorization: Bearer yj_nobody").status());
    assertThat(get("/v1/desk/articles").status()).isEqualTo(401);
  }

  @Test
  void whatIsWithdrawnIsGoneAtOnce() throws IOException {
    String path = "/v1/articles/" + report.getString("articles[0].articleId");
    assertThat(get(path).status()).isEqualTo(200);
    assertThat(get(path).status()).isEqualTo(200);
    desk()
        .contentType("application/json")
        .body(Map.of("class", "error"))
        .post(path.replace("/v1/", "/v1/desk/") + "/withdraw")
        .then()
        .statusCode(200);
    assertThat(get(path).status()).isEqualTo(410);
  }

  private double hot() {
    return meters.get("yujian.response.cache.event.loop").counter().count();
  }

  private List<String> paths() {
    String target = "/v1/follow-targets/" + report.getString("followTargets[0].followTargetId");
    return List.of(
        "/v1/articles",
        "/v1/articles?limit=1&account=" + report.getString("accountId"),
        "/v1/articles/" + report.getString("articles[0].articleId"),
        "/v1/articles/" + report.getString("articles[0].articleId") + "?body=text",
        "/v1/editions",
        "/v1/accounts",
        "/v1/tags",
        "/v1/editions/" + report.getString("articles[0].editionId"),
        "/v1/accounts/" + report.getString("accountId"),
        "/v1/search?q=%E6%AD%A3%E6%96%87",
        "/v1/search/suggest?q=jia",
        "/v1/articles/" + report.getString("articles[0].articleId") + "/similar",
        "/v1/follow-targets",
        target,
        target + "/qr.png",
        target + "/qr.svg");
  }

  private RawHttp.Answer get(String path, String... headers) throws IOException {
    String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n";
    return http.send(request.getBytes(StandardCharsets.US_ASCII));
  }

  private static void assertSame(String path, RawHttp.Answer hot, RawHttp.Answer made) {
    assertThat(hot.status()).as(path).isEqualTo(made.status());
    assertThat(headers(hot)).as(path).isEqualTo(headers(made));
    assertThat(hot.body()).as(path).isEqualTo(made.body());
  }

  private static Map<String, List<String>> headers(RawHttp.Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>();
    answer.headers().forEach(header -> headers.put(header[0], answer.headers(header[0])));
    headers.remove("date");
    headers.remove("x-request-id");
    return headers;
  }
}
