package org.yujian.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of {@link Program}: Java, settings, the packaged program and its words. */
final class ProgramCommand {
  private static final String PROGRAM = System.getProperty("yujian.program");

  private ProgramCommand() {}

  /** Of the program that this build has packaged. */
  static List<String> of(Path dataDir, List<String> settings, List<String> words) {
    List<String> command = java(dataDir);
    // One key sends what a test sends; CallerLimitsIT turns them on again.
    command.add("-Dyujian.limits.enabled=false");
    add(settings, command);
    command.add("@" + PROGRAM);
    command.addAll(words);
    return command;
  }

  /** Of another build: its file of arguments for Java. */
  static List<String> ofOther(Path arguments, Path dataDir, List<String> settings) {
    List<String> command = java(dataDir);
    add(settings, command);
    command.add("@" + arguments);
    return command;
  }

  private static List<String> java(Path dataDir) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.add("-Dquarkus.http.port=0");
    command.add("-Dquarkus.management.port=0");
    command.add("-Dyujian.data-dir=" + dataDir);
    return command;
  }

  /** With {@code -} or {@code @} a setting is an option of Java. */
  private static void add(List<String> settings, List<String> command) {
    settings.forEach(setting -> command.add(setting.matches("[-@].*") ? setting : "-D" + setting));
  }
}
