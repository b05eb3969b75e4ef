package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A client of delta sync: keeps a copy as the contract says, and checks what it promises. */
public final class SyncCopy {
  private final Client client;
  private final String filters;
  private final Map<String, JsonNode> things = new TreeMap<>();
  private final Map<String, Long> versions = new TreeMap<>();
  private String token;
  private int changes;

  /**
   * @param filters as parameters, each behind an ampersand; may be empty
   */
  public SyncCopy(Client client, String filters) {
    this.client = client;
    this.filters = filters;
  }

  /** One answer; true when more follow at once. Starts over on 410. */
  public boolean step(int limit) {
    String since = token == null ? "" : "&since=" + token;
    Client.Answer answer = client.get("/v1/sync?limit=" + limit + since + filters);
    if (answer.code().equals("sync-token-expired")) {
      restart();
      return true;
    }
    JsonNode page = answer.expect(200).json();
    page.path("changes").forEach(this::apply);
    token = page.path("token").asText();
    boolean more = page.path("hasMore").asBoolean();
    if (more != page.has("next") || more != (page.path("pollAfterSeconds").asInt() == 0)) {
      throw new AssertionError("hasMore, next and pollAfterSeconds disagree: " + page);
    }
    return more;
  }

  /** Until there is no more. */
  public void follow(int limit) {
    while (step(limit)) {
      // Goes on.
    }
  }

  public void restart() {
    things.clear();
    versions.clear();
    token = null;
  }

  private void apply(JsonNode change) {
    changes++;
    String key = change.path("type").asText() + " " + change.path("id").asText();
    long version = change.path("version").asLong();
    if (version < versions.getOrDefault(key, 0L)) {
      throw new AssertionError("a version stepped back: " + change + ", had " + versions.get(key));
    }
    versions.put(key, version);
    if (change.path("op").asText().equals("delete")) {
      things.remove(key);
      return;
    }
    JsonNode thing = change.path(change.path("type").asText());
    if (thing.path("version").asLong() != version) {
      throw new AssertionError("two versions: " + change);
    }
    things.put(key, thing);
  }

  /** Type and id of each thing, with its light form. */
  public Map<String, JsonNode> things() {
    return things;
  }

  public List<JsonNode> things(String type) {
    return things.entrySet().stream()
        .filter(thing -> thing.getKey().startsWith(type + " "))
        .map(Map.Entry::getValue)
        .toList();
  }

  public String token() {
    return token;
  }

  /** How many changes came since the begin. */
  public int changes() {
    return changes;
  }
}
