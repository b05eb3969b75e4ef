package org.yujian.media.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yujian.testing.Folders;

/** An S3 server in a process of its own: s3proxy on a folder. It checks signatures. */
public final class S3Server implements AutoCloseable {
  public static final String KEY = "access";
  public static final String SECRET = "secret";

  private static final Path JARS = Path.of("target", "s3proxy");
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
  private static final long POLL = TimeUnit.MILLISECONDS.toNanos(50);

  private final Path folder = Folders.empty("s3");
  private final int port = freePort();
  private final Process process;

  private S3Server() throws IOException {
    Path settings = folder.resolve("settings");
    Files.createDirectories(folder.resolve("buckets"));
    Files.write(
        settings,
        List.of(
            "s3proxy.authorization=aws-v4",
            "s3proxy.endpoint=" + address(),
            "s3proxy.identity=" + KEY,
            "s3proxy.credential=" + SECRET,
            "jclouds.provider=filesystem-nio2",
            "jclouds.filesystem.basedir=" + folder.resolve("buckets")));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-cp",
            classPath(),
            "org.gaul.s3proxy.Main",
            "--properties",
            settings.toString());
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
  }

  /** Its jars are put into {@code target/s3proxy} by the build. */
  public static boolean isThere() {
    return Files.isDirectory(JARS);
  }

  public static S3Server start() throws IOException {
    S3Server server = new S3Server();
    long until = System.nanoTime() + PATIENCE;
    while (!server.accepts()) {
      assertThat(server.process.isAlive() && System.nanoTime() < until)
          .as("s3proxy starts, see %s", server.folder.resolve("log"))
          .isTrue();
      LockSupport.parkNanos(POLL);
    }
    return server;
  }

  private static String classPath() throws IOException {
    // Sorted, so that the newer Jackson annotations are found first.
    try (Stream<Path> jars = Files.list(JARS)) {
      return jars.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private boolean accepts() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** The server keeps a bucket as a folder, and its objects as files. */
  public Path bucket(String name) throws IOException {
    return Files.createDirectories(folder.resolve("buckets").resolve(name));
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
