package org.yujian.ops;

import java.util.List;

/**
 * A command of the program, such as {@code sample remove}. {@link YujianApplication} runs it,
 * {@link Usage} lists all. CDI and the database are started, but no port is open, except for {@link
 * TrainingRun}.
 */
interface Command {
  /** The first word on the command line. */
  String name();

  /**
   * Runs the command.
   *
   * @param words the command line after the name
   * @return the exit code of the process
   */
  int run(List<String> words);
}
