package org.yujian.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs one short command as the server's user and keeps what it said. */
record Tool(ServerUser user) {

  /** What a command returned and wrote; 127 when it could not be run at all. */
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
    // Messages in English, because some of them are understood by their words.
    builder.environment().put("LC_ALL", "C");
    // A PGPORT or PGDATA of somebody else's server must not reach this one.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    return builder;
  }
}
