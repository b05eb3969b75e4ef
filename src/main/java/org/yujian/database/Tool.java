package org.yujian.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs short commands as the server's user and captures their output. */
record Tool(ServerUser user) {

  /** Exit code and output of a command; 127 when it could not be run. */
  record Result(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  Result run(List<String> command) {
    try {
      Process process = builder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), output);
    } catch (IOException e) {
      return new Result(127, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result(127, "interrupted");
    }
  }

  ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(user.command(command));
    // English messages, because the callers parse some.
    builder.environment().put("LC_ALL", "C");
    // Variables of another server, such as PGPORT and PGDATA, must not have an effect here.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    return builder;
  }
}
