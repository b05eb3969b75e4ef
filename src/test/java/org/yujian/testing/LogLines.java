package org.yujian.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the running program logs, with parameters and stack traces, each line behind its level. */
public final class LogLines extends Handler {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  private LogLines() {
    setLevel(Level.ALL);
  }

  /** What was logged while it ran. */
  public static List<String> during(Runnable work) {
    Logger root = Logger.getLogger("");
    LogLines log = new LogLines();
    root.addHandler(log);
    try {
      work.run();
    } finally {
      root.removeHandler(log);
    }
    return List.copyOf(log.lines);
  }

  @Override
  public void publish(LogRecord logged) {
    StringWriter text = new StringWriter();
    text.write(logged.getLevel() + " " + logged.getMessage());
    text.write(Arrays.toString(logged.getParameters()));
    if (logged.getThrown() != null) {
      logged.getThrown().printStackTrace(new PrintWriter(text));
    }
    lines.add(text.toString());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
