package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class ConsoleFormatTest {

  @Test
  void aStackTraceIsPrintedOnceAndEndsWithItsLine() throws IOException {
    Properties settings = new Properties();
    try (InputStream file = getClass().getResourceAsStream("/application.properties")) {
      settings.load(file);
    }
    PatternFormatter format =
        new PatternFormatter(settings.getProperty("quarkus.log.console.format"));
    ExtLogRecord line =
        new ExtLogRecord(Level.WARN, "The disk is slow", ConsoleFormatTest.class.getName());
    line.setLoggerName("org.yujian.Some");
    assertThat(format.format(line)).endsWith("WARN  o.y.Some  The disk is slow" + nextLine());

    line.setThrown(new IllegalStateException("slow"));
    assertThat(format.format(line))
        .contains("The disk is slow: java.lang.IllegalStateException: slow" + nextLine() + "\tat ")
        .containsOnlyOnce("IllegalStateException")
        .endsWith(nextLine());
  }

  private static String nextLine() {
    return System.lineSeparator();
  }
}
