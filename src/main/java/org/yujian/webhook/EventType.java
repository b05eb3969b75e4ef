package org.yujian.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yujian.change.ChangedThing;
import org.yujian.sync.SyncChange;

/**
 * The types of events: per thing {@code changed} and {@code deleted}, and those without a thing.
 */
public final class EventType {

  static final String CHALLENGE = "webhook.challenge";
  static final String TEST = "webhook.test";

  /** The log is another one, for example after a restore: the receiver must sync from the start. */
  static final String LOG_RESET = "log.reset";

  private static final String CHANGED = ".changed";
  private static final String DELETED = ".deleted";

  /** Those that an endpoint can choose. */
  public static final List<String> ALL =
      Arrays.stream(ChangedThing.values())
          .flatMap(thing -> Stream.of(thing.type() + CHANGED, thing.type() + DELETED))
          .toList();

  private EventType() {}

  static String of(SyncChange change) {
    return change.type() + (change.op().equals("upsert") ? CHANGED : DELETED);
  }

  /** Whether an endpoint with these events wants one of the thing's types; none means all. */
  static boolean wanted(Set<String> events, ChangedThing thing) {
    return events.isEmpty()
        || events.contains(thing.type() + CHANGED)
        || events.contains(thing.type() + DELETED);
  }

  static boolean wanted(Set<String> events, String type) {
    return events.isEmpty() || events.contains(type) || !ALL.contains(type);
  }
}
