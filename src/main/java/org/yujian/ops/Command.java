package org.yujian.ops;

import java.util.List;

/**
 * A command of the program, such as {@code sample remove}. {@link YujianApplication} finds all CDI
 * beans of this type; {@link Usage} lists them. The whole application is started, but ports are
 * open only for a {@link TrainingRun}.
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
