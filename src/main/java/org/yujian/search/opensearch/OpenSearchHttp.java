package org.yujian.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.yujian.search.index.IndexUnavailable;

/**
 * Sends requests to OpenSearch and waits for the responses. Nothing is sent twice: the feeder goes
 * on from its position, and a search answers with exact hits only.
 */
final class OpenSearchHttp {
  private static final Duration CONNECTING = Duration.ofSeconds(3);
  private static final Duration USUAL = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int REDIRECTS = 300;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int SERVER_ERRORS = 500;
  private static final int TOO_MANY_REQUESTS = 429;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTING)
          .build();
  private final String url;
  private final String authorization;

  /**
   * @param url of a node of the cluster, or of a proxy before it
   * @param user null for requests without a password
   */
  OpenSearchHttp(String url, String user, String password) {
    this.url = url.replaceFirst("/+$", "");
    String userInfo = user + ":" + (password == null ? "" : password);
    this.authorization =
        user == null
            ? null
            : "Basic "
                + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
  }

  /** A response that is no failure of the server. */
  record Reply(int status, JsonNode body) {
    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;

    boolean good() {
      return status >= OK && status < REDIRECTS;
    }

    /** Type of the error, such as {@code index_not_found_exception}; empty without one. */
    String errorType() {
      return body.path("error").path("type").asText();
    }
  }

  /**
   * The body of a response of the 200s.
   *
   * @param body null for none
   * @throws IndexUnavailable for anything else
   */
  JsonNode ok(String method, String path, JsonNode body) {
    return good(method, path, send(method, path, body));
  }

  JsonNode ok(String method, String path, JsonNode body, Duration atMost) {
    byte[] bytes = body == null ? new byte[0] : Json.bytes(body);
    return good(method, path, send(method, path, bytes, "application/json", atMost));
  }

  /** Posts lines of JSON, each with a line break behind it. */
  JsonNode postLines(String path, byte[] lines) {
    return good("POST", path, send("POST", path, lines, "application/x-ndjson", USUAL));
  }

  /**
   * @throws IndexUnavailable without a response, for 401, 403, 429 and the 500s
   */
  Reply send(String method, String path, JsonNode body) {
    byte[] bytes = body == null ? new byte[0] : Json.bytes(body);
    return send(method, path, bytes, "application/json", USUAL);
  }

  private static JsonNode good(String method, String path, Reply reply) {
    if (!reply.good()) {
      throw refused(method, path, reply);
    }
    // Some shards of an index may answer where others do not.
    if (reply.body().path("_shards").path("failed").asInt() > 0) {
      throw new IndexUnavailable(method + " " + path + ": a shard of OpenSearch failed", null);
    }
    return reply.body();
  }

  private static IndexUnavailable refused(String method, String path, Reply reply) {
    JsonNode error = reply.body().path("error");
    String reason = error.path("reason").asText();
    String said = reply.status() + " " + error.path("type").asText() + " " + reason;
    return new IndexUnavailable(method + " " + path + ": OpenSearch responded " + said, null);
  }

  private Reply send(String method, String path, byte[] body, String type, Duration atMost) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).timeout(atMost);
    if (body.length > 0) {
      request.header("Content-Type", type).method(method, BodyPublishers.ofByteArray(body));
    } else {
      request.method(method, BodyPublishers.noBody());
    }
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    Reply reply = reply(method + " " + path, receive(request.build(), atMost));
    int status = reply.status();
    if (status >= SERVER_ERRORS
        || status == TOO_MANY_REQUESTS
        || status == UNAUTHORIZED
        || status == FORBIDDEN) {
      throw refused(method, path, reply);
    }
    return reply;
  }

  private static Reply reply(String request, HttpResponse<byte[]> response) {
    try {
      return new Reply(response.statusCode(), Json.read(response.body()));
    } catch (IOException e) {
      String said = response.statusCode() + " without JSON";
      throw new IndexUnavailable(request + ": OpenSearch responded " + said, e);
    }
  }

  /** The client's own timeout ends with the header of a response; this one with its last byte. */
  private HttpResponse<byte[]> receive(HttpRequest request, Duration atMost) {
    CompletableFuture<HttpResponse<byte[]>> response =
        client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return response.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IndexUnavailable("OpenSearch cannot be reached", e.getCause());
    } catch (TimeoutException e) {
      response.cancel(true);
      throw new IndexUnavailable("OpenSearch did not respond within " + atMost, e);
    } catch (InterruptedException e) {
      response.cancel(true);
      Thread.currentThread().interrupt();
      throw new IndexUnavailable("Interrupted while waiting for OpenSearch", e);
    }
  }
}
