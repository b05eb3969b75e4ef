package org.yujian.database;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One server process: starts it, waits until it is ready, and stops it. */
final class Postmaster {
  private static final long POLL_MILLIS = 20;
  private static final long STILL_BUSY = TimeUnit.SECONDS.toNanos(10);
  private static final int STATUS_LINE = 7;

  /** Settings for durability and for local access only; the operator cannot change them. */
  private static final List<String> FIXED =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "timezone=UTC");

  private final Process process;
  private final int port;

  private Postmaster(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** The server did not start; the message is the end of its log. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String log) {
      super(log);
    }

    boolean portTaken() {
      return getMessage().contains("could not bind")
          || getMessage().contains("could not create any TCP/IP sockets");
    }

    boolean predecessorAlive() {
      return getMessage().contains("pre-existing shared memory block")
          || getMessage().contains("lock file \"postmaster.pid\" already exists");
    }
  }

  /** Starts the server and waits until it accepts connections; crash recovery may take long. */
  static Postmaster start(
      Installation installation, ServerLog log, int port, Consumer<String> progress)
      throws IOException, InterruptedException, Refused {
    ServerLog.Mark mark = log.mark();
    Process process =
        new Tool(installation.user())
            .builder(command(installation, log, port))
            .redirectErrorStream(true)
            .redirectInput(nothing(installation.platform()))
            // A file instead of a pipe, because the server may outlive this program.
            .redirectOutput(log.startFile().toFile())
            .start();
    Postmaster postmaster = new Postmaster(process, port);
    try {
      if (postmaster.becomesReady(installation.folder(), progress)) {
        return postmaster;
      }
    } catch (InterruptedException e) {
      stop(installation);
      throw e;
    }
    throw new Refused(log.since(mark));
  }

  private static List<String> command(Installation installation, ServerLog log, int port) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-D", installation.folder().cluster().toString()));
    arguments.addAll(List.of("-p", Integer.toString(port)));
    Stream.concat(FIXED.stream(), log.settings().stream())
        .forEach(setting -> arguments.addAll(List.of("-c", setting)));
    List<String> command = installation.command("postgres", arguments);
    // setsid keeps Ctrl-C from the server, which must run until the last request is done. Without
    // setsid the server stops at once.
    if (installation.platform().isLinux() && isOnPath("setsid")) {
      command.add(0, "setsid");
    }
    return command;
  }

  private static boolean isOnPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static File nothing(Platform platform) {
    return new File(platform.isWindows() ? "NUL" : "/dev/null");
  }

  private boolean becomesReady(DataFolder folder, Consumer<String> progress)
      throws InterruptedException {
    long nextWord = System.nanoTime() + STILL_BUSY;
    while (process.isAlive()) {
      if (isReady(folder)) {
        return true;
      }
      if (System.nanoTime() > nextWord) {
        progress.accept("PostgreSQL is still recovering after a crash...");
        nextWord = System.nanoTime() + STILL_BUSY;
      }
      process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
    }
    return false;
  }

  private boolean isReady(DataFolder folder) {
    List<String> lines = DataFolder.read(folder.postmasterPid()).lines().toList();
    return lines.size() > STATUS_LINE
        && lines.get(0).strip().equals(Long.toString(process.pid()))
        && lines.get(STATUS_LINE).startsWith("ready");
  }

  /** Stops any server on this cluster (fast shutdown); returns when its data is on disk. */
  static void stop(Installation installation) {
    String cluster = installation.folder().cluster().toString();
    installation.run("pg_ctl", List.of("stop", "-D", cluster, "-m", "fast", "-w", "-t", "60"));
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits at most this long; true when the process ended. */
  boolean endsWithin(long time, TimeUnit unit) throws InterruptedException {
    return process.waitFor(time, unit);
  }
}
