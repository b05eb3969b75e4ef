package bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server that was started for the run and ends with it; its output goes into a file. */
final class Server implements AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

  final String name;
  final int port;
  private final Process process;
  private final Path log;

  private Server(String name, int port, Process process, Path log) {
    this.name = name;
    this.port = port;
    this.process = process;
    this.log = log;
  }

  /** Starts it and returns at once. */
  static Server launch(
      String name, int port, Path folder, Map<String, String> environment, List<String> command)
      throws IOException {
    Path log = folder.resolve(name.replace(' ', '-') + ".log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Server server = new Server(name, port, builder.start(), log);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  /** Waits until its port accepts connections. */
  Server await() throws IOException {
    long deadline = System.nanoTime() + PATIENCE;
    while (!accepts()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new IOException(name + " did not start:\n" + Files.readString(log));
      }
      LockSupport.parkNanos(5_000_000);
    }
    return this;
  }

  private boolean accepts() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  long pid() {
    return process.pid();
  }

  Path log() {
    return log;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** SIGTERM, and waits for the end: the program stops its PostgreSQL before. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
