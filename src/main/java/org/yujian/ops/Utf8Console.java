package org.yujian.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.List;

/**
 * Makes the console UTF-8, whatever locale the program was started under: without it Java writes
 * {@code ?} for every Chinese character under {@code LC_ALL=C}. {@link YujianMain} calls it before
 * anything is written.
 */
final class Utf8Console {

  /** The log's console handler reads one of these once, depending on the Java version. */
  private static final List<String> ENCODINGS =
      List.of("stdout.encoding", "stderr.encoding", "sun.stdout.encoding", "sun.stderr.encoding");

  private Utf8Console() {}

  static void use() {
    ENCODINGS.forEach(name -> System.setProperty(name, UTF_8.name()));
    System.setOut(new PrintStream(System.out, true, UTF_8));
    System.setErr(new PrintStream(System.err, true, UTF_8));
  }
}
