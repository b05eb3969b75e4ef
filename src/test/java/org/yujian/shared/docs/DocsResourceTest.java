package org.yujian.shared.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.shared.json.Json;
import org.yujian.testing.ApiTest;

/** Swagger UI in a browser: {@code src/test/scripts/look}. */
@QuarkusTest
class DocsResourceTest extends ApiTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  URI base;

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/docs/"})
  void thePageHasAStrictPolicyAndKeepsToIt(String path) throws Exception {
    HttpResponse<byte[]> page = send("GET", path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(List.of(header(page, "Content-Security-Policy").split("; ")))
        .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
        .contains("style-src 'self'", "base-uri 'none'", "frame-ancestors 'none'")
        .noneMatch(rule -> rule.contains("unsafe"));
    Document html = Jsoup.parse(new String(page.body(), UTF_8));
    assertThat(html.select("script:not([src]), style, [style], [onload], [onclick]")).isEmpty();
  }

  @Test
  void everyFileOfThePageIsThere() throws Exception {
    Document html = Jsoup.parse(new String(send("GET", "/docs").body(), UTF_8));
    List<String> files = new ArrayList<>(html.select("script[src]").eachAttr("src"));
    files.addAll(html.select("link[href]").eachAttr("href"));

    assertThat(files).hasSize(5);
    for (String file : files) {
      HttpResponse<byte[]> response = send("GET", file);
      assertThat(response.statusCode()).as(file).isEqualTo(200);
      assertThat(header(response, "X-Content-Type-Options")).as(file).isEqualTo("nosniff");
      String type = header(response, "Content-Type");
      String extension = file.substring(file.lastIndexOf('.') + 1);
      assertThat(type)
          .as(file)
          .startsWith(
              switch (extension) {
                case "js" -> "text/javascript";
                case "css" -> "text/css";
                default -> "image/svg+xml";
              });
    }
  }

  /** Sizes of transfers: the script has 1.4 MB, the document more than 600 kB. */
  @ParameterizedTest
  @CsvSource({
    "/docs/swagger-ui-bundle.js, 1000000, 450000",
    "/docs/swagger-ui.css, 100000, 30000",
    "/openapi, 200000, 100000",
    "/openapi?format=json, 200000, 100000"
  })
  void largeFilesAreCompressedForThoseWhoAccept(String path, int atLeast, int atMost)
      throws Exception {
    HttpResponse<byte[]> plain = send("GET", path);
    HttpResponse<byte[]> zipped = send("GET", path, "Accept-Encoding", "gzip");
    HttpResponse<byte[]> head = send("HEAD", path, "Accept-Encoding", "gzip");

    assertThat(plain.body()).hasSizeGreaterThan(atLeast);
    assertThat(header(plain, "Content-Encoding")).isNull();
    assertThat(zipped.body()).hasSizeLessThan(atMost);
    assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
    assertThat(unzip(zipped.body())).isEqualTo(plain.body());
    assertThat(plain.headers().allValues("Vary")).contains("Accept-Encoding");
    assertThat(zipped.headers().allValues("Vary")).contains("Accept-Encoding");
    assertThat(head.body()).isEmpty();
    for (String name : List.of("Content-Length", "Content-Encoding", "Content-Type", "ETag")) {
      assertThat(header(head, name)).as(name).isEqualTo(header(zipped, name)).isNotNull();
    }
    assertThat(header(plain, "ETag")).isNotEqualTo(header(zipped, "ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docs", "/docs/swagger-ui.css", "/openapi", "/openapi.json"})
  void whatIsUnchangedIsNotSentAgain(String path) throws Exception {
    HttpResponse<byte[]> first = send("GET", path, "Accept-Encoding", "gzip");
    assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");

    HttpResponse<byte[]> again =
        send("GET", path, "Accept-Encoding", "gzip", "If-None-Match", header(first, "ETag"));

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void theDocumentIsYamlUnlessJsonIsWanted() throws Exception {
    for (String path :
        List.of("/openapi", "/openapi.yaml", "/openapi.yml", "/openapi?format=YAML")) {
      HttpResponse<byte[]> yaml = send("GET", path);
      assertThat(header(yaml, "Content-Type")).as(path).isEqualTo("application/yaml;charset=UTF-8");
      assertThat(new String(yaml.body(), UTF_8)).as(path).contains("\nopenapi: 3.0.3");
    }
    List<HttpResponse<byte[]>> json =
        List.of(
            send("GET", "/openapi.json"),
            send("GET", "/openapi?format=json"),
            send("GET", "/openapi", "Accept", "application/json"));
    for (HttpResponse<byte[]> document : json) {
      assertThat(header(document, "Content-Type")).isEqualTo("application/json;charset=UTF-8");
      JsonNode root = Json.mapper().readTree(document.body());
      assertThat(root.path("openapi").asText()).isEqualTo("3.0.3");
      assertThat(root.path("paths").has("/v1/articles")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/docs/none.js",
        "/docs/swagger-ui-bundle.js.map",
        "/docs/..%2Fapplication.properties",
        "/docs/a/b",
        "/openapi.xml",
        "/openapi/x"
      })
  void nothingElseIsServed(String path) throws Exception {
    HttpResponse<byte[]> response = send("GET", path);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void otherMethodsAreRefused() throws Exception {
    for (String path : List.of("/docs", "/docs/docs.js", "/openapi")) {
      HttpResponse<byte[]> response = send("DELETE", path);
      assertThat(response.statusCode()).as(path).isEqualTo(405);
      assertThat(header(response, "Allow")).as(path).isEqualTo("GET, HEAD, OPTIONS");
    }
  }

  /** A plain client: RestAssured would unpack gzip on the way. */
  private HttpResponse<byte[]> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  private static byte[] unzip(byte[] zipped) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes();
  }
}
