package org.yujian.database;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.yujian.testing.Client;

/** A reader that asks for the public list without a pause and remembers what was not answered. */
final class Listing implements AutoCloseable {
  private final ConcurrentLinkedQueue<Integer> others = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private volatile boolean stopped;

  private Listing(Client client) {
    thread = new Thread(() -> read(client), "reader");
  }

  static Listing start(Client client) {
    Listing listing = new Listing(client);
    listing.thread.start();
    return listing;
  }

  private void read(Client client) {
    while (!stopped) {
      int status = client.get("/v1/articles?limit=5").status();
      if (status != 200) {
        others.add(status);
      }
    }
  }

  /** Status codes other than 200. */
  List<Integer> others() {
    return List.copyOf(others);
  }

  @Override
  public void close() {
    stop();
  }

  /** Returns when the last answer is there. */
  void stop() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
