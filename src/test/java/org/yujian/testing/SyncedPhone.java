package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The copy that an app keeps by {@code /v1/me/sync}, as the contract tells to: takes higher
 * versions, replaces whole things, drops what is unfollowed. Checks what the contract promises. A
 * copy may lose answers and stop anywhere.
 */
public final class SyncedPhone {
  private final Supplier<Client> clients;
  private final Map<String, JsonNode> things = new TreeMap<>();
  private final Map<String, Long> versions = new TreeMap<>();
  private String token;
  private int changes;
  private int restarts;

  /**
   * @param clients with the device's access token; asked for each request, so that it may go to any
   *     node
   */
  public SyncedPhone(Supplier<Client> clients) {
    this.clients = clients;
  }

  /** One answer; true when more follow at once. Starts over on 410. */
  public boolean step(int limit) {
    return step(limit, Integer.MAX_VALUE);
  }

  /**
   * As {@link #step(int)}, but the app ends when it has taken this many changes: it does not get to
   * keep the token.
   */
  public boolean step(int limit, int atMost) {
    String since = token == null ? "" : "&since=" + token;
    Client.Answer answer = clients.get().get("/v1/me/sync?limit=" + limit + since);
    if (answer.code().equals("sync-token-expired")) {
      restart();
      return true;
    }
    JsonNode page = answer.expect(200).json();
    int taken = 0;
    for (JsonNode change : page.path("changes")) {
      if (taken++ == atMost) {
        return true;
      }
      apply(change);
    }
    token = page.path("token").asText();
    boolean more = page.path("hasMore").asBoolean();
    if (more != page.has("next") || more != (page.path("pollAfterSeconds").asInt() == 0)) {
      throw new AssertionError("hasMore, next and pollAfterSeconds disagree: " + page);
    }
    return more;
  }

  /** Until there is no more. */
  public SyncedPhone sync(int limit) {
    while (step(limit)) {
      // Goes on.
    }
    return this;
  }

  public void restart() {
    restarts++;
    things.clear();
    versions.clear();
    token = null;
  }

  private void apply(JsonNode change) {
    changes++;
    String type = change.path("type").asText();
    String id = change.path("id").asText();
    boolean upsert = change.path("op").asText().equals("upsert");
    if (change.path("reason").asText().equals("unfollowed")) {
      drop(id);
      return;
    }
    String key = type + " " + id;
    long version = change.required("version").asLong();
    long known = versions.getOrDefault(key, 0L);
    if (version < known) {
      throw new AssertionError("a version stepped back: " + change + ", had " + known);
    }
    if (version == known && things.containsKey(key) != upsert) {
      throw new AssertionError("two states of one version: " + change);
    }
    if (version > known) {
      versions.put(key, version);
      things.remove(key);
      if (upsert) {
        things.put(key, change.required(type));
      }
      if (change.path("reason").asText().equals("filtered")) {
        // It is another account's now, and comes again with that one.
        versions.remove(key);
      }
    }
  }

  /** The account and all of it; marks with a star stay. */
  private void drop(String account) {
    Iterator<Map.Entry<String, JsonNode>> each = things.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<String, JsonNode> thing = each.next();
      boolean its =
          thing.getKey().equals("account " + account)
              || thing.getValue().path("accountId").asText().equals(account);
      if (its && !thing.getValue().path("star").asBoolean()) {
        versions.remove(thing.getKey());
        each.remove();
      }
    }
  }

  /** The things of a type ({@code article}, {@code follow}, {@code state}, …) by their ids. */
  public Map<String, JsonNode> things(String type) {
    Map<String, JsonNode> found = new TreeMap<>();
    things.forEach(
        (key, thing) -> {
          if (key.startsWith(type + " ")) {
            found.put(key.substring(type.length() + 1), thing);
          }
        });
    return found;
  }

  /** One field of the things of a type, in the order of ids. */
  public List<String> texts(String type, String field) {
    return things(type).values().stream().map(thing -> thing.path(field).asText()).toList();
  }

  public String token() {
    return token;
  }

  /** How many changes came since the begin. */
  public int changes() {
    return changes;
  }

  /** How often it had to start over. */
  public int restarts() {
    return restarts;
  }
}
