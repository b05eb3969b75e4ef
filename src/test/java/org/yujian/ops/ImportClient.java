package org.yujian.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.yujian.testing.Program;

/** Speaks to a program from outside, with its admin key. */
final class ImportClient {
  private static final String BOUNDARY = "----generated";
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final String key;

  ImportClient(Program program) {
    base = program.baseUrl();
    key = program.adminKey();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(GeneratedDocument document) throws IOException, InterruptedException {
    String tag = document.tagged() ? "考验" : null;
    return post(document.fileName(), document.bytes(), document.publish(), tag);
  }

  /**
   * @param tag may be null
   */
  HttpResponse<String> post(String fileName, byte[] bytes, boolean publish, String tag)
      throws IOException, InterruptedException {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    part(form, "file\"; filename=\"" + fileName, bytes);
    part(form, "publish", text(Boolean.toString(publish)));
    if (tag != null) {
      part(form, "tag", text(tag));
    }
    form.write(text("--" + BOUNDARY + "--\r\n"));
    HttpRequest request =
        request("/v1/desk/imports")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(form.toByteArray()))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  /** A JSON body. */
  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  /** The body as it came. */
  byte[] bytes(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), BodyHandlers.ofByteArray()).body();
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return MAPPER.readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + key);
  }

  private static void part(ByteArrayOutputStream form, String name, byte[] content)
      throws IOException {
    form.write(text("--" + BOUNDARY + "\r\n"));
    form.write(text("Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n"));
    form.write(content);
    form.write(text("\r\n"));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
