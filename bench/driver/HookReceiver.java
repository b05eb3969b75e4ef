package bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Receives webhooks at any path: returns challenges and counts all else. */
final class HookReceiver implements AutoCloseable {
  private static final int THREADS = 2;
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final AtomicLong received = new AtomicLong();

  HookReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.start();
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (new String(body, StandardCharsets.UTF_8).contains("\"webhook.challenge\"")) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } else {
      received.incrementAndGet();
      exchange.sendResponseHeaders(204, -1);
    }
    exchange.close();
  }

  String url(int number) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + number;
  }

  long received() {
    return received.get();
  }

  /** Waits until this many have come; fails when none comes for two minutes. */
  void await(long count) throws IOException {
    long last = -1;
    long since = System.nanoTime();
    while (received() < count) {
      if (received() != last) {
        last = received();
        since = System.nanoTime();
      } else if (System.nanoTime() - since > PATIENCE_NANOS) {
        throw new IOException(last + " of " + count + " deliveries came");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
