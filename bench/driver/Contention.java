package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Threads of the program that waited for a lock, as Java's flight recorder saw them. */
final class Contention implements AutoCloseable {

  /** The class that takes the token of a request; a wait in it is a wait for a limit. */
  private static final String LIMITER = "org.yujian.shared.limit.TokenBuckets";

  private static final String SETTINGS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <configuration version="2.0">
        <event name="jdk.JavaMonitorEnter"><setting name="enabled">true</setting>
          <setting name="stackTrace">true</setting><setting name="threshold">0 ms</setting></event>
        <event name="jdk.ThreadPark"><setting name="enabled">true</setting>
          <setting name="stackTrace">true</setting><setting name="threshold">0 ms</setting></event>
      </configuration>
      """;

  private final Vitals vitals;
  private final Path recording;
  private final Map<String, Integer> classes = new HashMap<>();

  /** Contended monitors and parked threads; idle threads park, too. */
  int monitors;

  int parks;

  /** Of both, those below the limiter. */
  int inLimiter;

  /** Records until it is closed. */
  Contention(Vitals vitals, Path folder) throws IOException, InterruptedException {
    this.vitals = vitals;
    recording = folder.resolve("limits.jfr");
    Files.deleteIfExists(recording);
    Path settings = folder.resolve("limits.jfc");
    Files.writeString(settings, SETTINGS);
    vitals.jcmd("JFR.start", "name=limits", "settings=" + settings);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    vitals.jcmd("JFR.stop", "name=limits", "filename=" + recording);
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        count(file.readEvent());
      }
    }
  }

  private void count(RecordedEvent event) {
    switch (event.getEventType().getName()) {
      case "jdk.JavaMonitorEnter" -> {
        monitors++;
        classes.merge(event.getClass("monitorClass").getName(), 1, Integer::sum);
      }
      case "jdk.ThreadPark" -> parks++;
      default -> {
        return;
      }
    }
    boolean limiter =
        event.getStackTrace() != null
            && event.getStackTrace().getFrames().stream()
                .anyMatch(frame -> frame.getMethod().getType().getName().equals(LIMITER));
    inLimiter += limiter ? 1 : 0;
  }

  List<String> row(String name) {
    String most =
        classes.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(one -> one.getKey() + " (" + one.getValue() + ")")
            .orElse("–");
    return List.of(name, "" + monitors, most, "" + parks, "" + inLimiter);
  }
}
