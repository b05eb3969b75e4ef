package org.yujian.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.yujian.testing.Client;
import org.yujian.testing.Client.Answer;

/**
 * A client of delta sync as the contract tells to write one: keeps a copy, takes higher versions,
 * replaces whole things. It also stops anywhere, loses answers and asks any node.
 */
final class SyncReader {

  /** What it holds of one thing; {@code content} is null when it is gone. */
  record Held(long version, JsonNode content) {}

  private static final int GONE = 410;
  private static final int OK = 200;

  private final Supplier<Client> nodes;
  private final Random random;
  private final String filter;
  private final Map<String, Held> copy = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private String token;
  private int answers;
  private int restarts;

  /**
   * @param filter further parameters of the query, such as {@code &types=article}
   */
  SyncReader(Supplier<Client> nodes, String filter, long seed) {
    this.nodes = nodes;
    this.filter = filter;
    this.random = new Random(seed);
  }

  /** Asks once; true when there is nothing more for now. */
  boolean poll() {
    String path = "/v1/sync?limit=" + (1 + random.nextInt(50)) + filter;
    Answer answer;
    try {
      answer = nodes.get().get(token == null ? path : path + "&since=" + token);
    } catch (UncheckedIOException nodeIsDown) {
      return false;
    }
    if (answer.status() == GONE) {
      restart();
      return false;
    }
    if (answer.status() != OK) {
      if (answer.status() != 503) {
        faults.add("answered " + answer);
      }
      return false;
    }
    return take(answer.json());
  }

  private boolean take(JsonNode page) {
    answers++;
    int stopsAfter = random.nextInt(10) == 0 ? random.nextInt(5) : Integer.MAX_VALUE;
    int taken = 0;
    for (JsonNode change : page.path("changes")) {
      if (taken++ == stopsAfter) {
        // As if it ended here: its next life begins with the old token.
        return false;
      }
      apply(change);
    }
    token = page.path("token").asText();
    return !page.path("hasMore").asBoolean();
  }

  private void apply(JsonNode change) {
    String type = change.path("type").asText();
    String key = type + " " + change.path("id").asText();
    long version = change.path("version").asLong();
    boolean gone = change.path("op").asText().equals("delete");
    Held before = copy.get(key);
    if (before != null && version < before.version()) {
      faults.add("version stepped back: " + before + ", then " + change);
    }
    if (before == null || version > before.version()) {
      copy.put(key, new Held(version, gone ? null : change.path(type)));
    } else if (version == before.version() && before.content() == null != gone) {
      faults.add("two states of one version: " + before + ", then " + change);
    }
  }

  /** Throws its copy away, as after 410. */
  void restart() {
    restarts++;
    copy.clear();
    token = null;
  }

  /** What it holds now, by {@code type id}; what is gone is left out. */
  Map<String, JsonNode> present() {
    Map<String, JsonNode> present = new TreeMap<>();
    copy.forEach(
        (key, held) -> {
          if (held.content() != null) {
            present.put(key, held.content());
          }
        });
    return present;
  }

  List<String> faults() {
    return faults;
  }

  String filter() {
    return filter;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "reader [%s]: %d answers, %d restarts, %d things held",
        filter,
        answers,
        restarts,
        copy.size());
  }
}
