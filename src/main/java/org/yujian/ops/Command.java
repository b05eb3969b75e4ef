package org.yujian.ops;

import java.util.List;

/**
 * A word after the program's name, such as {@code sample remove}. Every CDI bean of this type is
 * found by {@link YujianApplication} and stands in {@link Usage}; it runs with the whole
 * application started, but no port open except for a {@link TrainingRun}.
 */
interface Command {
  /** The first word on the command line. */
  String name();

  /**
   * Does the work.
   *
   * @param words the command line after the name
   * @return the exit code of the process
   */
  int run(List<String> words);
}
