package bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** Asks the management port for health and metrics, four times a second, as those who watch do. */
final class Probe implements AutoCloseable {
  private static final long PAUSE_NANOS = 250_000_000;

  final Samples health = new Samples();
  final Samples metrics = new Samples();
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final Thread thread = new Thread(this::run, "probe");
  private volatile boolean ended;

  Probe(int port) {
    this.port = port;
    thread.start();
  }

  private void run() {
    while (!ended) {
      ask("/q/health", health);
      ask("/q/metrics", metrics);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void ask(String path, Samples samples) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(10))
            .build();
    long began = System.nanoTime();
    try {
      if (http.send(request, BodyHandlers.ofByteArray()).statusCode() == 200) {
        samples.note(System.nanoTime() - began, 0, 0);
      } else {
        samples.error();
      }
    } catch (IOException e) {
      samples.error();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  int failed() {
    return health.errors() + metrics.errors();
  }

  /** In milliseconds. */
  double slowest() {
    return Math.max(health.latency(1), metrics.latency(1));
  }

  List<String> row(String name, Samples samples) {
    return List.of(
        name,
        "" + samples.count(),
        "" + samples.errors(),
        String.format(Locale.ROOT, "%.1f", samples.latency(0.5)),
        String.format(Locale.ROOT, "%.1f", samples.latency(1)));
  }

  @Override
  public void close() {
    ended = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
