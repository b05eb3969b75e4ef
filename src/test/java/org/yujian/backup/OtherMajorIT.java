package org.yujian.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/**
 * A backup leads from the embedded PostgreSQL to a server of another major version, if the machine
 * has one that Yujian supports.
 */
class OtherMajorIT {
  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final List<String> OTHERS = List.of("15", "16", "18");
  private static final String PASSWORD = "major";

  private final Path home = Folders.empty("other-major");

  /** The programs of a server; null when there is none. */
  private static Path binaries() {
    return OTHERS.stream()
        .map(major -> INSTALLED.resolve(major).resolve("bin"))
        .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
        .findFirst()
        .orElse(null);
  }

  @Test
  void theContentIsServedFromAnotherMajorVersion() throws Exception {
    Path binaries = binaries();
    assumeThat(binaries).as("a PostgreSQL of %s in %s", OTHERS, INSTALLED).isNotNull();
    Path file = home.resolve("yujian.zip");
    String feed;
    try (Program source = Program.start(home.resolve("source"))) {
      feed = source.get("/v1/articles").body();
      run(source.dataDir(), List.of(), "backup", file.toString());
    }
    Path folder = Files.createTempDirectory("yujian-other-major");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    int port = freePort();
    start(binaries, folder, port);
    try {
      List<String> settings = database(port);
      run(home.resolve("node"), settings, "restore", file.toString());
      try (Program moved = Program.start(home.resolve("node"), settings.toArray(String[]::new))) {
        assertThat(feed).contains("\"items\":[{");
        assertThat(moved.get("/v1/articles").body()).isEqualTo(feed);
      }
    } finally {
      tool(binaries, "pg_ctl", "-D", folder.resolve("data").toString(), "-m", "fast", "stop");
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  private static List<String> database(int port) throws Exception {
    String server = "jdbc:postgresql://127.0.0.1:" + port + "/";
    try (Connection connection = DriverManager.getConnection(server + "postgres", "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("create role yujian login password '" + PASSWORD + "'");
      statement.execute("create database yujian owner yujian encoding 'UTF8' template template0");
    }
    return List.of(
        "quarkus.datasource.jdbc.url=" + server + "yujian",
        "quarkus.datasource.username=yujian",
        "quarkus.datasource.password=" + PASSWORD);
  }

  private static void start(Path binaries, Path folder, int port) throws Exception {
    String data = folder.resolve("data").toString();
    tool(binaries, "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8");
    String options =
        "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder;
    String log = folder.resolve("log").toString();
    tool(binaries, "pg_ctl", "-D", data, "-o", options, "-l", log, "-w", "start");
  }

  /** PostgreSQL refuses to run as root. */
  private static void tool(Path binaries, String name, String... words) throws Exception {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("setpriv", "--reuid=65534", "--clear-groups"));
    }
    command.add(binaries.resolve(name).toString());
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(binaries.toFile());
    builder.environment().put("LC_ALL", "C");
    Path output = Files.createTempFile("yujian-tool", ".log");
    int code = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
    assertThat(code).as(Files.readString(output)).isZero();
    Files.delete(output);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static void run(Path data, List<String> settings, String... words) {
    try (Program program = Program.launch(data, settings, List.of(words))) {
      assertThat(program.awaitExit()).as("%s", program.lines()).isZero();
    }
  }
}
