package org.yujian.ops;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words that the program understands, known before anything is started for them. */
final class Usage {

  /** Of a process that was called wrongly. */
  static final int WRONG_USE = 2;

  private static final Set<String> HELP = Set.of("--help", "-h", "help");
  private static final Map<List<String>, String> COMMANDS =
      Map.of(
          SampleCommand.REMOVE,
          "takes the sample's content away; what you made yourself stays",
          NamesCommand.WORDS,
          "lists names that look the same as another one, for you to rename",
          TrainingRun.WORDS,
          "starts, reads and ends, while Java records what a start needs (the build does it)");

  private Usage() {}

  /**
   * Answers what no command is for: help, and words that are none.
   *
   * @return the exit code; null when there is something to run
   */
  static Integer answer(List<String> words) {
    if (words.isEmpty() || COMMANDS.containsKey(words)) {
      return null;
    }
    if (HELP.contains(words.get(0))) {
      System.out.println(text());
      return 0;
    }
    System.err.println("Unknown command: " + String.join(" ", words));
    System.err.println(text());
    return WRONG_USE;
  }

  private static String text() {
    StringBuilder text = new StringBuilder("Without words Yujian serves. Commands:");
    COMMANDS.forEach(
        (words, what) ->
            text.append("\n  ").append(String.join(" ", words)).append("   ").append(what));
    return text.toString();
  }
}
