package org.yujian.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What Prometheus reads stays small, whatever clients send. */
@QuarkusTest
class MetricsSizeTest extends DeskTest {
  private static final int MOST_BYTES = 150_000;
  private static final String ID = "0190a000-0000-7000-8000-000000000000";
  private static final String TYPE = "Content-Type: application/json\r\n";
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO", "BAR");

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  private static void send(RawHttp http, String line, String headers, String body)
      throws IOException {
    String head = line + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + body.length() + "\r\n";
    http.send((head + headers + "\r\n" + body).getBytes(ISO_8859_1));
  }

  private static void touch(RawHttp http, String line, String key) throws IOException {
    String authorized = "Authorization: Bearer " + key + "\r\n";
    send(http, line, "", "");
    send(http, line, "Authorization: Bearer yj_rubbish\r\n", "");
    send(http, line, authorized + "Accept: image/x-none\r\n", "");
    send(http, line, authorized, "");
    send(http, line + "?limit=x&size=x&q=x", authorized + TYPE, "{");
    send(http, line + "?q=%FF", authorized, "");
    send(http, line, authorized + TYPE, "{}");
    send(http, line, authorized + TYPE + "If-Match: \"v9\"\r\n", "{}");
    send(http, line, authorized + TYPE + "Idempotency-Key: x\r\n", "{}");
    send(http, line, authorized + "Content-Type: text/plain\r\n", "x");
    send(http, line + "/unknown/" + line.hashCode(), authorized, "");
  }

  @Test
  void everyOperationWithManyStatusesMethodsAndUnknownPaths() throws IOException {
    String account = account("甲社区");
    Phone phone = Phone.signUp();
    Set<String> paths =
        Operations.of(Operations.running()).keySet().stream()
            .map(operation -> operation.substring(operation.indexOf(' ') + 1))
            .collect(Collectors.toCollection(TreeSet::new));
    // The answer of one never ends, and the other would end the reader.
    paths.removeAll(List.of("/v1/events", "/v1/me"));
    try (RawHttp http = new RawHttp(RestAssured.port)) {
      for (String path : paths) {
        String some = path.replace("/accounts/{id}", "/accounts/" + account);
        some = some.replaceAll("\\{\\w+}", ID);
        for (String method : METHODS) {
          String key = path.startsWith("/v1/me") ? phone.accessToken() : adminKey();
          touch(http, method + " " + some, key);
        }
      }
    }
    String scrape = RestAssured.given().noFilters().get(metrics).asString();
    System.out.printf(
        Locale.ROOT, "metrics: %d bytes, %d lines%n", scrape.length(), scrape.lines().count());
    assertThat(scrape)
        .contains("uri=\"/v1/articles\"")
        .contains("status=\"404\"")
        .contains("yujian_requests_seconds_bucket{work=\"read\",le=\"0.1\"");
    assertThat(scrape.length()).isLessThan(MOST_BYTES);
  }
}
