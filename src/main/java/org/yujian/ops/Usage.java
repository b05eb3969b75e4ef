package org.yujian.ops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Validates the command line and prints help before anything is started. */
final class Usage {

  static final int WRONG_USE = 2;

  private static final Set<String> HELP = Set.of("--help", "-h", "help");
  private static final Map<List<String>, String> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put(
        NamesCommand.WORDS, "lists names that look the same as another one, for you to rename");
    COMMANDS.put(
        SampleCommand.REMOVE, "takes the sample's content away; what you made yourself stays");
  }

  private Usage() {}

  /**
   * Handles help and unknown commands.
   *
   * @return the exit code; null when there is something to run
   */
  static Integer exitCode(List<String> words) {
    if (words.isEmpty() || isCommand(words)) {
      return null;
    }
    if (HELP.contains(words.get(0))) {
      System.out.println(text());
      return 0;
    }
    System.err.println("Unknown command: " + String.join(" ", words));
    System.err.println(
        "Commands: "
            + all().keySet().stream().sorted().toList()
            + "; without a command Yujian serves. More: --help");
    return WRONG_USE;
  }

  private static boolean isCommand(List<String> words) {
    // The build's own command is in no list.
    return COMMANDS.containsKey(words) || FileCommand.is(words) || TrainingRun.WORDS.equals(words);
  }

  private static String text() {
    Map<String, String> all = all();
    int width = all.keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder("Without a command Yujian serves. Commands:");
    all.forEach(
        (words, what) ->
            text.append("\n  ")
                .append(words)
                .append(" ".repeat(width - words.length() + 2))
                .append(what));
    return text.toString();
  }

  /** Every command with its words, and what it does. */
  private static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    FileCommand.COMMANDS.forEach(
        (name, what) -> all.put(name + " " + FileCommand.file(name), what));
    COMMANDS.forEach((words, what) -> all.put(String.join(" ", words), what));
    return all;
  }
}
