package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * The API as a program with an admin key uses it: plain HTTP, for many threads at once, and faster
 * than RestAssured. Against a test's own server or the packaged program.
 */
public final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reached only by what hangs, on a busy machine too. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final String BOUNDARY = "----yujian-test";
  private static final String LINE = "\r\n";

  private final HttpClient http;
  private final URI base;
  private final String key;
  private final String idempotencyKey;

  public Client(URI base, String key) {
    this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), base, key, null);
  }

  private Client(HttpClient http, URI base, String key, String idempotencyKey) {
    this.http = http;
    this.base = base;
    this.key = key;
    this.idempotencyKey = idempotencyKey;
  }

  /** The same program as somebody else: another key, or a device's access token. */
  public Client with(String token) {
    return new Client(http, base, token, null);
  }

  /** The same caller, whose requests carry this {@code Idempotency-Key}. */
  public Client once(String sent) {
    return new Client(http, base, key, sent);
  }

  /** What came back; {@code json} is JSON's null for an empty body. */
  public record Answer(int status, JsonNode json, String etag) {
    /** Fails with the whole answer unless it has this status. */
    public Answer expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError("expected " + wanted + ", got " + status + ": " + json);
      }
      return this;
    }

    public String code() {
      return json.path("code").asText();
    }

    public String text(String field) {
      return json.path(field).asText();
    }

    public List<JsonNode> items() {
      return json.path("items").valueStream().toList();
    }
  }

  public Answer get(String path) {
    return send(path, "GET", BodyPublishers.noBody(), "application/json", null);
  }

  public Answer post(String path, Object body) {
    return send(path, "POST", json(body), "application/json", null);
  }

  /** As {@link #post(String, Object)} with {@code If-Match}. */
  public Answer post(String path, Object body, String etag) {
    return send(path, "POST", json(body), "application/json", etag);
  }

  public Answer put(String path) {
    return send(path, "PUT", BodyPublishers.noBody(), "application/json", null);
  }

  public Answer put(String path, Object body) {
    return send(path, "PUT", json(body), "application/json", null);
  }

  /** As {@link #put(String, Object)} with {@code If-Match}. */
  public Answer put(String path, Object body, String etag) {
    return send(path, "PUT", json(body), "application/json", etag);
  }

  /** As {@link #delete(String)} with {@code If-Match}. */
  public Answer delete(String path, String etag) {
    return send(path, "DELETE", BodyPublishers.noBody(), "application/json", etag);
  }

  public Answer delete(String path) {
    return send(path, "DELETE", BodyPublishers.noBody(), "application/json", null);
  }

  public Answer patch(String path, Object body, String etag) {
    return send(path, "PATCH", json(body), "application/merge-patch+json", etag);
  }

  public Answer publish(String edition, String etag) {
    String path = "/v1/desk/editions/" + edition + "/publish";
    return send(path, "POST", BodyPublishers.noBody(), "application/json", etag);
  }

  /** Imports a text document; the account may be null. */
  public Answer importDocument(String account, String text, boolean publish, List<String> tags) {
    StringBuilder form = new StringBuilder();
    if (account != null) {
      field(form, "account", account);
    }
    tags.forEach(tag -> field(form, "tag", tag));
    field(form, "publish", Boolean.toString(publish));
    part(form, "name=\"file\"; filename=\"document.txt\"", text);
    form.append("--").append(BOUNDARY).append("--").append(LINE);
    String type = "multipart/form-data; boundary=" + BOUNDARY;
    return send("/v1/desk/imports", "POST", BodyPublishers.ofString(form.toString()), type, null);
  }

  /** Sends bytes as they are. */
  public Answer postBytes(String path, String type, byte[] bytes) {
    return send(path, "POST", BodyPublishers.ofByteArray(bytes), type, null);
  }

  public Answer postForm(String path, Upload form) {
    return postBytes(path, Upload.TYPE, form.bytes());
  }

  /** Imports several files after the request. */
  public Answer importFiles(Upload files) {
    return postForm("/v1/desk/import-batches", files);
  }

  private static void field(StringBuilder form, String name, String value) {
    part(form, "name=\"" + name + "\"", value);
  }

  private static void part(StringBuilder form, String disposition, String content) {
    form.append("--").append(BOUNDARY).append(LINE);
    form.append("Content-Disposition: form-data; ").append(disposition).append(LINE);
    form.append("Content-Type: text/plain; charset=UTF-8").append(LINE).append(LINE);
    form.append(content).append(LINE);
  }

  private Answer send(String path, String method, BodyPublisher body, String type, String ifMatch) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", type)
            .method(method, body);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey);
    }
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      JsonNode json = answer.body().length == 0 ? NullNode.instance : JSON.readTree(answer.body());
      String etag = answer.headers().firstValue("ETag").orElse(null);
      return new Answer(answer.statusCode(), json, etag);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
