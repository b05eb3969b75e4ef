package org.yujian.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A push service on this machine, which keeps what it gets. */
final class LocalPushService implements AutoCloseable {
  private final HttpServer server;
  private final List<Push> pushes = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Push> arriving = new LinkedBlockingQueue<>();
  private volatile int status = 201;
  private volatile Map<String, String> headers = Map.of();

  /** A request; names of headers are as {@code HttpServer} writes them. */
  record Push(String path, Map<String, String> headers, byte[] body) {}

  LocalPushService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> sent =
        exchange.getRequestHeaders().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().get(0)));
    byte[] body = exchange.getRequestBody().readAllBytes();
    Push push = new Push(exchange.getRequestURI().toString(), sent, body);
    pushes.add(push);
    arriving.add(push);
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  /** From now on. */
  void answer(int status, Map<String, String> headers) {
    this.headers = headers;
    this.status = status;
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** The next one since the last call; null when none comes within a minute. */
  Push next() throws InterruptedException {
    return arriving.poll(1, TimeUnit.MINUTES);
  }

  List<Push> pushes() {
    return pushes;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
