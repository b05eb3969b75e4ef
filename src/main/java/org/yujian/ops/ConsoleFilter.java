package org.yujian.ops;

import io.quarkus.logging.LoggingFilter;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;

/**
 * Keeps the console calm: of Quarkus, Flyway and Hibernate it shows warnings, and everything else
 * only when the root level is DEBUG ({@code QUARKUS_LOG_LEVEL=DEBUG}). Log files get it all.
 */
@LoggingFilter(name = "calm")
final class ConsoleFilter implements Filter {
  private static final List<String> FRAMEWORKS =
      List.of("io.quarkus", "org.flywaydb", "org.hibernate", "io.agroal");

  @Override
  public boolean isLoggable(LogRecord line) {
    return line.getLevel().intValue() >= Level.WARNING.intValue()
        || !isOfFramework(String.valueOf(line.getLoggerName()))
        || Logger.getLogger("").isDebugEnabled();
  }

  /** Takes lines and prints none of them. */
  static final class Nowhere extends Handler {
    @Override
    public void publish(LogRecord line) {
      // On purpose.
    }

    @Override
    public void flush() {
      // Nothing is kept.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  private static boolean isOfFramework(String logger) {
    return FRAMEWORKS.stream()
        .anyMatch(name -> logger.equals(name) || logger.startsWith(name + "."));
  }
}
