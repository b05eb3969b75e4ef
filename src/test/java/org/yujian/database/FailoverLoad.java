package org.yujian.database;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.yujian.testing.Client;

/**
 * Writers that import documents without a pause through the API, published ones and drafts, and
 * remember what was acknowledged. After an error they try again.
 */
final class FailoverLoad implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

  /** An article whose import was answered with 201; times of {@link System#nanoTime}. */
  record Written(String article, long asked, long answered) {}

  private final ConcurrentLinkedQueue<Written> written = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Integer> refused = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile Client client;
  private volatile boolean stopped;

  private FailoverLoad(Client client) {
    this.client = client;
  }

  /** Starts two writers that publish and one that makes drafts. */
  static FailoverLoad start(Client client) {
    FailoverLoad load = new FailoverLoad(client);
    for (boolean publish : List.of(true, true, false)) {
      Thread thread = new Thread(() -> load.write(publish), "writer");
      load.threads.add(thread);
      thread.start();
    }
    return load;
  }

  private void write(boolean publish) {
    while (!stopped) {
      int number = NUMBERS.incrementAndGet();
      String text = "# 题" + number + "\n\n正文第" + number + "段。\n";
      long asked = System.nanoTime();
      try {
        Client.Answer answer = client.importDocument("@a", text, publish, List.of());
        if (answer.status() == 201) {
          String article = answer.json().at("/articles/0/articleId").asText();
          written.add(new Written(article, asked, System.nanoTime()));
        } else {
          refused.add(answer.status());
          LockSupport.parkNanos(PAUSE);
        }
      } catch (UncheckedIOException e) {
        // The node was killed.
        LockSupport.parkNanos(PAUSE);
      }
    }
  }

  /** Goes on at another node, or at one that was restarted. */
  void use(Client other) {
    client = other;
  }

  List<Written> written() {
    return List.copyOf(written);
  }

  /** Status codes other than 201. */
  List<Integer> refused() {
    return List.copyOf(refused);
  }

  /** Number of writes that were asked for after this moment. */
  long since(long moment) {
    return written.stream().filter(one -> one.asked() > moment).count();
  }

  @Override
  public void close() {
    stop();
  }

  /** Returns when every writer has its last answer. */
  void stop() {
    stopped = true;
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
