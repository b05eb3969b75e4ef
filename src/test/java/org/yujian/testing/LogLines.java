package org.yujian.testing;

import static org.assertj.core.api.Assertions.catchThrowable;

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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * What the running program logs, with parameters and stack traces, each line behind its level. A
 * test that expects a warning or a failure catches it with this, so that the log of a green run
 * holds none.
 */
public final class LogLines extends Handler {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  private LogLines() {
    setLevel(Level.ALL);
  }

  /** What was logged while it ran. The console shows it only when the work fails. */
  public static List<String> during(ThrowingCallable work) {
    Logger root = Logger.getLogger("");
    List<Handler> others = List.of(root.getHandlers());
    LogLines log = new LogLines();
    root.addHandler(log);
    others.forEach(root::removeHandler);
    Throwable failure = catchThrowable(work);
    others.forEach(root::addHandler);
    root.removeHandler(log);
    if (failure != null) {
      log.lines.forEach(System.out::println);
      throw new AssertionError(failure.getMessage(), failure);
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
