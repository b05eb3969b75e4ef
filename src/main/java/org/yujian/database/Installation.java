package org.yujian.database;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the unpacked PostgreSQL programs as the user chosen for them. */
record Installation(DataFolder folder, ServerUser user, Platform platform) {
  private static final Pattern VERSION = Pattern.compile("PostgreSQL\\) (\\d+)");

  /** The major version of PostgreSQL. Reading it proves that its programs run on this machine. */
  int majorVersion() {
    Tool.Result result = run("postgres", List.of("--version"));
    Matcher version = VERSION.matcher(result.output());
    if (!result.succeeded() || !version.find()) {
      throw new StartupFailure(
          "The unpacked PostgreSQL does not run on this machine ("
              + platform
              + "): "
              + result.output().strip()
              + "\nIt needs glibc, a file system that may execute programs, and, when Yujian runs as"
              + " root in a container, a data folder that other users may enter.");
    }
    return Integer.parseInt(version.group(1));
  }

  Tool.Result run(String program, List<String> arguments) {
    return new Tool(user).run(command(program, arguments));
  }

  List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(program(program).toString());
    command.addAll(arguments);
    return command;
  }

  private Path program(String name) {
    return folder.binaries().resolve("bin").resolve(platform.isWindows() ? name + ".exe" : name);
  }
}
