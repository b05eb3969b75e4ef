package org.yujian.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.List;

/**
 * Switches the console to UTF-8 under any locale; under {@code LC_ALL=C} Java would write {@code ?}
 * for Chinese characters. {@link YujianMain} calls it before any output.
 */
final class Utf8Console {

  /** The console log handler reads one of these once, depending on the Java version. */
  private static final List<String> ENCODINGS =
      List.of("stdout.encoding", "stderr.encoding", "sun.stdout.encoding", "sun.stderr.encoding");

  private Utf8Console() {}

  static void use() {
    ENCODINGS.forEach(name -> System.setProperty(name, UTF_8.name()));
    System.setOut(new PrintStream(System.out, true, UTF_8));
    System.setErr(new PrintStream(System.err, true, UTF_8));
  }
}
