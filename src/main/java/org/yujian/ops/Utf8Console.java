package org.yujian.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.List;

/** Makes the console UTF-8; under {@code LC_ALL=C} Java writes {@code ?} for Chinese characters. */
final class Utf8Console {

  /** Which of these properties the console log handler reads depends on the Java version. */
  private static final List<String> ENCODINGS =
      List.of("stdout.encoding", "stderr.encoding", "sun.stdout.encoding", "sun.stderr.encoding");

  private Utf8Console() {}

  static void use() {
    ENCODINGS.forEach(name -> System.setProperty(name, UTF_8.name()));
    System.setOut(new PrintStream(System.out, true, UTF_8));
    System.setErr(new PrintStream(System.err, true, UTF_8));
  }
}
