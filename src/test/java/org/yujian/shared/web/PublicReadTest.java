package org.yujian.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.testing.ApiTest;
import org.yujian.testing.LogLines;

@QuarkusTest
class PublicReadTest extends ApiTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** A plain client: RestAssured would unpack gzip on the way. */
  private static HttpResponse<byte[]> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + "/v1/testing/reads" + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  @Test
  void aRecordIsSentAsJsonWithATagAndCacheRules() throws Exception {
    HttpResponse<byte[]> answer = send("GET", "/record");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{\"text\":\"豫\"}");
    assertThat(header(answer, "ETag")).matches("\"[A-Za-z0-9_-]{22}\"");
    assertThat(header(answer, "Cache-Control")).isEqualTo("max-age=10, stale-while-revalidate=30");
    assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(header(answer, "Content-Encoding")).isNull();
    assertThat(header(answer, "Content-Type")).startsWith("application/json");
  }

  @Test
  void largeTextsAreCompressedWithATagOfTheirOwn() throws Exception {
    HttpResponse<byte[]> plain = send("GET", "/record?length=1000");
    HttpResponse<byte[]> zipped = send("GET", "/record?length=1000", "Accept-Encoding", "gzip");

    assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
    byte[] body = new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes();
    assertThat(body).isEqualTo(plain.body());
    assertThat(header(zipped, "ETag")).isNotEqualTo(header(plain, "ETag"));

    for (String tag : List.of(header(plain, "ETag"), header(zipped, "ETag"))) {
      HttpResponse<byte[]> known =
          send("GET", "/record?length=1000", "Accept-Encoding", "gzip", "If-None-Match", tag);
      assertThat(known.statusCode()).isEqualTo(304);
      assertThat(known.body()).isEmpty();
      assertThat(header(known, "ETag")).isEqualTo(tag);
      assertThat(header(known, "Vary")).isEqualTo("Accept-Encoding");
      assertThat(header(known, "Cache-Control")).startsWith("max-age=10");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
  void knownTagsAnswer304(String form) throws Exception {
    String tag = header(send("GET", "/record"), "ETag");
    assertThat(
            send("GET", "/record", "If-None-Match", String.format(Locale.ROOT, form, tag))
                .statusCode())
        .isEqualTo(304);
    assertThat(send("GET", "/record", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/page", "/picture", "/record?length=1000"})
  void headHasTheHeadersOfGet(String path) throws Exception {
    String read = path.isEmpty() ? "/record" : path;
    HttpResponse<byte[]> get = send("GET", read, "Accept-Encoding", "gzip");
    HttpResponse<byte[]> head = send("HEAD", read, "Accept-Encoding", "gzip");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String name : List.of("ETag", "Content-Length", "Content-Type", "Vary", "Cache-Control")) {
      assertThat(header(head, name)).as(name).isEqualTo(header(get, name)).isNotNull();
    }
  }

  @Test
  void picturesAreNotCompressedAndPagesAreProtected() throws Exception {
    HttpResponse<byte[]> picture = send("GET", "/picture", "Accept-Encoding", "gzip");
    assertThat(picture.body()).hasSize(5_000);
    assertThat(header(picture, "Content-Encoding")).isNull();
    assertThat(header(picture, "Cache-Control")).isEqualTo("max-age=86400");
    assertThat(header(picture, "X-Content-Type-Options")).isEqualTo("nosniff");

    HttpResponse<byte[]> page = send("GET", "/page");
    assertThat(header(page, "Content-Security-Policy")).contains("default-src 'none'");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
  }

  @Test
  void failuresWhileWritingAreProblemsToo() throws Exception {
    AtomicReference<HttpResponse<byte[]>> got = new AtomicReference<>();
    List<String> logged =
        LogLines.during(() -> got.set(send("GET", "/broken", "Accept-Encoding", "gzip")));
    HttpResponse<byte[]> answer = got.get();
    assertThat(logged)
        .singleElement(STRING)
        .contains("ERROR", "/v1/testing/reads/broken", "secret", "\tat ");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    assertThat(header(answer, "ETag")).isNull();
    assertThat(header(answer, "Content-Encoding")).isNull();
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .startsWith("{\"type\":\"/problems/internal-error\"")
        .doesNotContain("secret");
  }

  @Test
  void tagsThatAreNoneAreIgnored() throws Exception {
    String tag = header(send("GET", "/record"), "ETag");
    String many = "\"x\", ".repeat(300) + tag;
    assertThat(send("GET", "/record", "If-None-Match", many).statusCode()).isEqualTo(304);
    for (String garbage : List.of("\"", ",,,", "W/", tag.substring(1), "\"*\"", "x y z")) {
      HttpResponse<byte[]> answer = send("GET", "/record", "If-None-Match", garbage);
      assertThat(answer.statusCode()).as(garbage).isEqualTo(200);
    }
  }

  @Test
  void listsLinkToTheirNeighboursWithTheSameFilters() throws Exception {
    HttpResponse<byte[]> first = send("GET", "/list?tag=%E8%B1%AB&limit=20");
    List<String> links = first.headers().allValues("Link");
    assertThat(links).hasSize(2);
    assertThat(links.get(0))
        .startsWith("</v1/testing/reads/list?")
        .contains("tag=%E8%B1%AB", "limit=20", "cursor=")
        .endsWith("; rel=\"next\"");

    String next = links.get(0).substring("</v1/testing/reads".length(), links.get(0).indexOf('>'));
    HttpResponse<byte[]> second = send("GET", next);
    assertThat(new String(second.body(), StandardCharsets.UTF_8)).contains("[30,29,28");
    assertThat(send("GET", next.replace("tag=%E8%B1%AB", "tag=x")).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZIP",
        "x-gzip",
        "*",
        ";, gzip",
        "br, gzip;q=0.5",
        "identity;q=0.5, gzip"
      })
  void gzipIsUsedWhereItIsAllowed(String header) {
    assertThat(Negotiation.wantsGzip(List.of(header))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "br",
        "gzip;q=0",
        "*;q=0",
        "gzip;q=0, *",
        "gzip;q=x",
        "identity, gzip;q=0.5",
        ";",
        "gzip;q=0, identity",
        ",;q=1"
      })
  void gzipIsNotUsedWhereItIsNotWanted(String header) {
    assertThat(Negotiation.wantsGzip(List.of(header))).isFalse();
  }
}
