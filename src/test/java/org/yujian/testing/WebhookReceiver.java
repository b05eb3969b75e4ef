package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.yujian.shared.json.Json;

/** A receiver of webhooks on this machine. It returns what it gets, so it passes the challenge. */
public final class WebhookReceiver implements AutoCloseable {
  private static WebhookReceiver shared;

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "receiver");
            thread.setDaemon(true);
            return thread;
          });
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private volatile Function<Request, Answer> answers = request -> Answer.of(200, request.body());

  /** A request as it came in. */
  public record Request(String path, String id, String timestamp, String signature, String body) {

    public JsonNode json() {
      return Json.value(body, JsonNode.class);
    }

    public String type() {
      return json().path("type").asText();
    }
  }

  /** What is sent back. */
  public record Answer(int status, String body, Map<String, String> headers) {

    public static Answer of(int status, String body) {
      return new Answer(status, body, Map.of());
    }
  }

  public WebhookReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** One for requests that only need some receiver; it lasts as long as the tests. */
  static synchronized WebhookReceiver shared() {
    if (shared == null) {
      shared = new WebhookReceiver();
    }
    return shared;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Request request =
        new Request(
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders().getFirst("webhook-id"),
            exchange.getRequestHeaders().getFirst("webhook-timestamp"),
            exchange.getRequestHeaders().getFirst("webhook-signature"),
            new String(body, StandardCharsets.UTF_8));
    requests.add(request);
    Answer answer =
        request.type().equals("webhook.challenge")
            ? Answer.of(200, request.body())
            : answers.apply(request);
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] sent = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), sent.length == 0 ? -1 : sent.length);
    exchange.getResponseBody().write(sent);
    exchange.close();
  }

  /** From now on, except for challenges. */
  public void answer(Function<Request, Answer> answer) {
    answers = answer;
  }

  public void answer(int status) {
    answer(request -> Answer.of(status, ""));
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Events at a path, without challenges. */
  public List<Request> events(String path) {
    return requests.stream()
        .filter(request -> request.path().equals(path))
        .filter(request -> !request.type().equals("webhook.challenge"))
        .toList();
  }

  public List<Request> all() {
    return List.copyOf(requests);
  }

  public void forget() {
    requests.clear();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
