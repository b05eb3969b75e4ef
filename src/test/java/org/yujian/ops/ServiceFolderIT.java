package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/** Commands of root in the data folder of a service, which runs as another user. */
class ServiceFolderIT {
  private static final int SERVICE = 65534;

  @BeforeAll
  static void mayBecomeTheService() throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "Only root can run as others.");
    String program = System.getProperty("yujian.program");
    List<String> asService =
        List.of("setpriv", "--reuid=" + SERVICE, "--clear-groups", "test", "-r", program);
    int code = new ProcessBuilder(asService).start().waitFor();
    assumeTrue(code == 0, "Other users cannot read " + program);
  }

  @Test
  void commandsOfRootLeaveTheServiceItsFiles() throws Exception {
    Path home = Folders.empty("service-folder");
    Path data = ofService(home.resolve("data"));
    try (Program service = Program.launchAs(SERVICE, data).ready()) {
      service.stop();
    }
    // As after an upgrade: the command is the first to unpack its PostgreSQL.
    Files.delete(data.resolve("postgres/binaries/archive"));
    run(data, "backup", data.resolve("stopped.zip").toString());
    assertThat(ofRoot(data)).isEmpty();
    run(data, "sample", "remove");
    assertThat(ofRoot(data)).isEmpty();

    try (Program service = Program.launchAs(SERVICE, data).ready()) {
      run(data, "backup", data.resolve("running.zip").toString());
      run(data, "names");
      assertThat(service.get("/v1/articles").statusCode()).isEqualTo(200);
    }
    assertThat(ofRoot(data)).isEmpty();

    Path restored = ofService(home.resolve("restored"));
    run(restored, "restore", data.resolve("running.zip").toString());
    assertThat(ofRoot(restored)).isEmpty();
    Program.launchAs(SERVICE, restored).ready().close();
  }

  private static Path ofService(Path folder) throws IOException {
    Files.createDirectory(folder);
    Files.setAttribute(folder, "unix:uid", SERVICE);
    Files.setAttribute(folder, "unix:gid", SERVICE);
    return folder;
  }

  private static void run(Path data, String... words) {
    try (Program command = Program.launch(data, List.of(), List.of(words))) {
      assertThat(command.awaitExit()).as("%s", command.lines()).isZero();
    }
  }

  private static List<Path> ofRoot(Path data) throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      return all.filter(ServiceFolderIT::isOfRoot).toList();
    }
  }

  private static boolean isOfRoot(Path path) {
    try {
      return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
