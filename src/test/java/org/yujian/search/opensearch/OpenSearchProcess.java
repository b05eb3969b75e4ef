package org.yujian.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.yujian.testing.Folders;

/**
 * A real OpenSearch in a process of its own, one for all tests of this run. Its jars are put into
 * {@code target/opensearch} by {@code mvn -Popensearch-server antrun:run@opensearch-server};
 * without them tests are skipped.
 */
public final class OpenSearchProcess {
  private static final Path JARS = Path.of("target", "opensearch");
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static OpenSearchProcess shared;

  private final Path folder = Folders.empty("opensearch");
  private final int port = freePort();
  private Process process;

  private OpenSearchProcess() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  /** The process, started where it does not run. */
  public static synchronized OpenSearchProcess running() {
    assumeTrue(Files.isDirectory(JARS), "There is no OpenSearch in " + JARS);
    if (shared == null) {
      shared = new OpenSearchProcess();
    }
    shared.start();
    return shared;
  }

  /** Starts it, unless it runs; with what was on its disk. */
  public void start() {
    if (process != null && process.isAlive()) {
      return;
    }
    try {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xms128m",
                  "-Xmx256m",
                  "-cp",
                  JARS + File.separator + "*",
                  Path.of("src", "test", "opensearch", "OpenSearchServer.java").toString(),
                  folder.resolve("home").toString(),
                  String.valueOf(port))
              .redirectError(folder.resolve("log").toFile())
              .start();
      awaitStart();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitStart() throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = output.readLine();
    while (line != null && !line.equals("started")) {
      line = output.readLine();
    }
    assertThat(line).as("OpenSearch starts, see %s", folder.resolve("log")).isNotNull();
    Thread reader = new Thread(() -> output.lines().forEach(more -> {}), "opensearch-output");
    reader.setDaemon(true);
    reader.start();
    // It serves before it has found its indexes.
    http().ok("GET", "/_cluster/health?wait_for_status=yellow&timeout=60s", null, PATIENCE);
  }

  private OpenSearchHttp http() {
    return new OpenSearchHttp(url(), null, null);
  }

  /** Ends it as a crash would. */
  public void kill() {
    if (process != null) {
      process.toHandle().destroyForcibly();
      process.onExit().join();
    }
  }

  /** Access to it for a node. */
  public Access access(String prefix) {
    return Access.of(url(), prefix);
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Deletes what a test made with this prefix. */
  public void clear(String prefix) {
    http().ok("DELETE", "/" + prefix + ".*," + prefix + "-positions?ignore_unavailable=true", null);
  }

  /** Names of the indexes that begin so. */
  Set<String> indexes(String prefix) {
    Set<String> names = new TreeSet<>();
    http()
        .ok("GET", "/" + prefix + "*?filter_path=*.settings.index.uuid", null)
        .fieldNames()
        .forEachRemaining(names::add);
    return names;
  }

  /** The folder with the files of all indexes. */
  Path indexFiles() {
    return folder.resolve("home").resolve("data").resolve("nodes").resolve("0").resolve("indices");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
