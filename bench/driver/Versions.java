package bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The newest version of each thing that anybody has received, and when. An answer to a request that
 * began after that must not be older; one that was under way may be.
 */
final class Versions {

  /** Newer than all: what was taken back does not come again. */
  static final long GONE = Long.MAX_VALUE;

  private static final int SHOWN = 5;

  /** Rises in both. */
  private record Seen(long at, long version) {}

  private final Map<String, List<Seen>> things = new HashMap<>();
  private final List<String> shown = new ArrayList<>();
  private long compared;
  private long rises;
  private long violations;

  /**
   * An answer told this version.
   *
   * @param began when the request was about to be sent, by {@link System#nanoTime}
   * @param received when the answer was there
   */
  synchronized void note(String thing, long version, long began, long received) {
    long least = before(thing, began);
    compared++;
    if (version < least) {
      violations++;
      if (shown.size() < SHOWN) {
        shown.add(String.format(Locale.ROOT, "%s: %d after %d", thing, version, least));
        Bench.say("stepped back: " + shown.get(shown.size() - 1));
      }
    }
    List<Seen> seen = things.computeIfAbsent(thing, key -> new ArrayList<>());
    Seen last = seen.isEmpty() ? null : seen.get(seen.size() - 1);
    if (last == null || version > last.version()) {
      rises += last == null ? 0 : 1;
      seen.add(new Seen(last == null ? received : Math.max(received, last.at()), version));
    }
  }

  /** The newest that somebody had received before this moment; 0 when nobody had. */
  synchronized long before(String thing, long moment) {
    List<Seen> seen = things.getOrDefault(thing, List.of());
    for (int i = seen.size() - 1; i >= 0; i--) {
      if (seen.get(i).at() < moment) {
        return seen.get(i).version();
      }
    }
    return 0;
  }

  /** How many versions were compared with what had been known. */
  synchronized long compared() {
    return compared;
  }

  /** How often a newer version than the known one was seen. */
  synchronized long rises() {
    return rises;
  }

  synchronized long violations() {
    return violations;
  }

  synchronized int things() {
    return things.size();
  }
}
