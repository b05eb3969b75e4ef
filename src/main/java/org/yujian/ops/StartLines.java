package org.yujian.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Prints what the operator reads at a start: progress, addresses, and why a start failed. Plain
 * text, or with {@code yujian.log-json} an object with the keys of the log, so that every line of
 * the output is JSON. Works before Quarkus has set up its log.
 */
final class StartLines {
  private static final Set<String> ON = Set.of("true", "yes", "y", "on", "1");

  private StartLines() {}

  /** Prints to standard output. */
  static void info(String message) {
    print(System.out, new LogRecord(Level.INFO, message));
  }

  /** Prints to standard error. */
  static void error(String message) {
    print(System.err, new LogRecord(Level.SEVERE, message));
  }

  private static void print(PrintStream console, LogRecord line) {
    console.println(isJson(ConfigProvider.getConfig()) ? json(line) : line.getMessage());
  }

  private static boolean isJson(Config config) {
    return config
        .getOptionalValue("yujian.log-json", String.class)
        .filter(value -> ON.contains(value.toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  private static String json(LogRecord line) {
    ObjectNode keys = JsonNodeFactory.instance.objectNode();
    keys.put("timestamp", line.getInstant().toString());
    keys.put("level", line.getLevel() == Level.SEVERE ? "ERROR" : line.getLevel().getName());
    keys.put("loggerName", "org.yujian");
    keys.put("message", line.getMessage());
    try {
      return new ObjectMapper().writeValueAsString(keys);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
