package bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * The load generator: plain non-blocking sockets, so that it costs less than what it measures. An
 * answer of another status, or of fewer bytes than it must have, is an error and no sample.
 */
final class Load {

  /**
   * What is asked for.
   *
   * @param requests the bytes of the number-th request; called by several threads
   * @param leastBytes of the body
   * @param observer told of each answer, by the thread that reads
   */
  record Target(
      int port,
      LongFunction<byte[]> requests,
      int status,
      int leastBytes,
      Consumer<Connection> observer) {

    Target(int port, LongFunction<byte[]> requests, int status, int leastBytes) {
      this(port, requests, status, leastBytes, connection -> {});
    }
  }

  private static final int BUFFER = 65_536;
  private static final long LONGEST_ROUND = 120_000_000_000L;

  private final Target target;
  private final AtomicLong numbers;

  /**
   * @param numbers goes on from round to round, so that no request of a cold read comes twice
   */
  Load(Target target, AtomicLong numbers) {
    this.target = target;
    this.numbers = numbers;
  }

  /** So many connections, each asking again as soon as it has its answer. */
  Samples closed(int connections, double seconds) throws IOException {
    int threads = Math.min(2, Runtime.getRuntime().availableProcessors());
    long began = System.nanoTime();
    long end = began + (long) (seconds * 1e9);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Samples>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        parts.add(pool.submit(() -> closedPart(connections / threads, end)));
      }
      Samples all = new Samples();
      for (Future<Samples> part : parts) {
        all.add(part.get());
      }
      all.seconds = (System.nanoTime() - began) / 1e9;
      return all;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      pool.shutdownNow();
    }
  }

  /** One connection asks so often, each time when it has its answer. */
  Samples inTurn(int requests) throws IOException {
    Samples samples = new Samples();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    try (Selector selector = Selector.open()) {
      Connection connection = connect(selector);
      for (int i = 0; i < requests; i++) {
        long sent = System.nanoTime();
        connection.send(next(), sent);
        while (!connection.read(buffer)) {
          selector.select(1_000);
          selector.selectedKeys().clear();
          requireLife(sent);
        }
        note(samples, connection, System.nanoTime());
      }
      connection.channel.close();
    }
    return samples;
  }

  private Samples closedPart(int connections, long end) throws IOException {
    Samples samples = new Samples();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        Connection connection = connect(selector);
        connection.send(next(), System.nanoTime());
      }
      int open = connections;
      while (open > 0) {
        selector.select(1_000);
        for (SelectionKey key : selector.selectedKeys()) {
          Connection connection = (Connection) key.attachment();
          if (connection.read(buffer)) {
            long now = System.nanoTime();
            note(samples, connection, now);
            if (now < end) {
              connection.send(next(), now);
            } else {
              connection.channel.close();
              open--;
            }
          }
        }
        selector.selectedKeys().clear();
        requireLife(end);
      }
    }
    return samples;
  }

  /**
   * Requests at a constant rate whatever the server does: when every connection is busy they wait,
   * and the wait counts, for latency runs from the moment at which a request should have gone out.
   */
  Samples open(int connections, double rate, double seconds) throws IOException {
    return open(new OpenLoop(connections, false), rate, seconds);
  }

  /** As {@link #open}, but what finds every connection busy is not sent at all. */
  Samples burst(int connections, double rate, double seconds) throws IOException {
    return open(new OpenLoop(connections, true), rate, seconds);
  }

  private Samples open(OpenLoop loop, double rate, double seconds) throws IOException {
    long began = System.nanoTime();
    long count = (long) (rate * seconds);
    Thread receiver = new Thread(() -> loop.receive(count), "receiver");
    receiver.start();
    for (long i = 0; i < count && receiver.isAlive(); i++) {
      long intended = began + (long) (i * 1e9 / rate);
      long wait = intended - System.nanoTime();
      while (wait > 0) {
        LockSupport.parkNanos(wait);
        wait = intended - System.nanoTime();
      }
      loop.submit(intended);
    }
    try {
      receiver.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    loop.close();
    loop.samples.seconds = (System.nanoTime() - began) / 1e9;
    if (loop.failure != null || loop.samples.answered() < count - loop.dropped()) {
      throw new IOException("the open loop ended after " + loop.samples.answered(), loop.failure);
    }
    return loop.samples;
  }

  /** One thread hands requests to idle connections, the other reads answers. */
  private final class OpenLoop {
    final Samples samples = new Samples();
    volatile Exception failure;
    private final Selector selector = Selector.open();
    private final ArrayDeque<Connection> idle = new ArrayDeque<>();
    private final ArrayDeque<Long> waiting = new ArrayDeque<>();
    private final boolean dropping;
    private int lost;
    private long dropped;

    OpenLoop(int connections, boolean dropping) throws IOException {
      this.dropping = dropping;
      for (int i = 0; i < connections; i++) {
        idle.add(connect(selector));
      }
    }

    void submit(long intended) throws IOException {
      Connection connection;
      synchronized (idle) {
        connection = idle.poll();
        if (connection == null && lost > 0) {
          lost--;
          connection = connect(selector);
          selector.wakeup();
        }
        if (connection == null) {
          if (dropping) {
            dropped++;
          } else {
            waiting.add(intended);
          }
          return;
        }
      }
      connection.send(next(), intended);
      // How late the generator itself was; part of the latency.
      samples.late(System.nanoTime() - intended);
    }

    void receive(long count) {
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
      long deadline = System.nanoTime() + LONGEST_ROUND;
      try {
        while (samples.answered() < count - dropped() && System.nanoTime() < deadline) {
          selector.select(100);
          for (SelectionKey key : selector.selectedKeys()) {
            read((Connection) key.attachment(), buffer);
          }
          selector.selectedKeys().clear();
        }
      } catch (IOException | RuntimeException e) {
        failure = e;
      }
    }

    long dropped() {
      synchronized (idle) {
        return dropped;
      }
    }

    private void read(Connection connection, ByteBuffer buffer) throws IOException {
      synchronized (idle) {
        // A server may close what it has not heard of for long; that is no lost answer.
        if (!connection.busy && idle.remove(connection)) {
          connection.channel.close();
          lost++;
          return;
        }
      }
      if (connection.read(buffer)) {
        note(samples, connection, System.nanoTime());
        goOn(connection);
      }
    }

    private void goOn(Connection connection) throws IOException {
      Long intended;
      synchronized (idle) {
        intended = waiting.poll();
        if (intended == null) {
          idle.add(connection);
          return;
        }
      }
      connection.send(next(), intended);
    }

    void close() throws IOException {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    }
  }

  private Connection connect(Selector selector) throws IOException {
    Connection connection = new Connection(target.port());
    connection.channel.register(selector, SelectionKey.OP_READ, connection);
    return connection;
  }

  private byte[] next() {
    return target.requests().apply(numbers.getAndIncrement());
  }

  private void note(Samples samples, Connection connection, long now) {
    target.observer().accept(connection);
    if (connection.status != target.status() || connection.bodyBytes < target.leastBytes()) {
      samples.error();
      return;
    }
    samples.note(now - connection.intended, connection.wireBytes, connection.bodyBytes);
  }

  private static void requireLife(long end) throws IOException {
    if (System.nanoTime() > end + 30_000_000_000L) {
      throw new IOException("answers are missing 30 s after the end of the round");
    }
  }
}
