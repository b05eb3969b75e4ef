package org.yujian.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * What a long run or a benchmark finds: printed line by line, and kept in {@code
 * -Dtesting.report=FOLDER} as far as it has come. {@code src/test/reports} holds the last ones.
 */
public final class Report {
  private static final String FOLDER = System.getProperty("testing.report");

  private final String name;

  public Report(Class<?> of) {
    this.name = of.getSimpleName();
    if (FOLDER != null) {
      String head =
          String.format(
              Locale.ROOT,
              "%s, %s, %d cores, Java %s",
              name,
              LocalDate.now(ZoneOffset.UTC),
              Runtime.getRuntime().availableProcessors(),
              Runtime.version());
      write(head, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }
  }

  /**
   * @param format as for {@link String#format}, without an end of line
   */
  public void line(String format, Object... values) {
    String line = String.format(Locale.ROOT, format, values);
    System.out.println(name + ": " + line);
    if (FOLDER != null) {
      write(line, StandardOpenOption.APPEND);
    }
  }

  private void write(String line, StandardOpenOption... how) {
    try {
      Path folder = Files.createDirectories(Path.of(FOLDER));
      Files.writeString(folder.resolve(name + ".txt"), line + System.lineSeparator(), how);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
