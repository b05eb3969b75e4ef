package org.yujian.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that reads a request and then does whatever a test wants with the connection. */
public final class RawServer implements AutoCloseable {

  /** What to do after the head of a request. */
  @FunctionalInterface
  public interface Behaviour {
    void on(Socket connection) throws IOException;
  }

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch connected = new CountDownLatch(1);

  public RawServer(Behaviour behaviour) {
    this(plain(), behaviour);
  }

  public RawServer(ServerSocket server, Behaviour behaviour) {
    this.server = server;
    threads.execute(() -> accept(behaviour));
  }

  private static ServerSocket plain() {
    try {
      return new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(Behaviour behaviour) {
    try {
      while (true) {
        Socket connection = server.accept();
        connections.incrementAndGet();
        connected.countDown();
        threads.execute(() -> serve(connection, behaviour));
      }
    } catch (SocketException closed) {
      // The test is over.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void serve(Socket connection, Behaviour behaviour) {
    try (connection) {
      StringBuilder head = new StringBuilder();
      while (!head.toString().endsWith("\r\n\r\n")) {
        int next = connection.getInputStream().read();
        if (next < 0) {
          return;
        }
        head.append((char) next);
      }
      behaviour.on(connection);
    } catch (IOException gone) {
      // The client closed the connection, as it may.
    }
  }

  /** Waits until the client closes the connection. */
  public static void hang(Socket connection) throws IOException {
    while (connection.getInputStream().read() >= 0) {
      // What comes is of no interest.
    }
  }

  public static void write(Socket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes("UTF-8"));
    connection.getOutputStream().flush();
  }

  public int port() {
    return server.getLocalPort();
  }

  public String url(String host) {
    return "http://" + host + ":" + port() + "/";
  }

  /** Waits for the first connection. */
  public void awaitConnection() throws InterruptedException {
    if (!connected.await(1, TimeUnit.MINUTES)) {
      throw new AssertionError("nobody connected");
    }
  }

  public int connections() {
    return connections.get();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
