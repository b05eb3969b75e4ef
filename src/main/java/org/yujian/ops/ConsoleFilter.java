package org.yujian.ops;

import io.quarkus.logging.LoggingFilter;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;

/**
 * Hides messages of Quarkus, Flyway and Hibernate below WARN on the console, unless the root level
 * is DEBUG ({@code QUARKUS_LOG_LEVEL=DEBUG}). The log files contain these messages.
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

  static final class Nowhere extends Handler {
    @Override
    public void publish(LogRecord line) {
      // Discarded on purpose.
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static boolean isOfFramework(String logger) {
    return FRAMEWORKS.stream()
        .anyMatch(name -> logger.equals(name) || logger.startsWith(name + "."));
  }
}
