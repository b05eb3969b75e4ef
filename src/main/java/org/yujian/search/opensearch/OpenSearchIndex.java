package org.yujian.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexUnavailable;
import org.yujian.search.index.SearchIndex;
import org.yujian.search.opensearch.OpenSearchHttp.Reply;
import org.yujian.search.opensearch.Positions.Stored;
import org.yujian.shared.settings.SearchSettings;

/** Search in an OpenSearch cluster that all nodes share. Each generation is an index there. */
public final class OpenSearchIndex implements SearchIndex {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,60}");
  private static final Pattern URL =
      Pattern.compile("https?://([A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?(/[\\w./~-]*)?");
  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  /** No prefix has it, so that no installation sees the generations of another one. */
  private static final String SEPARATOR = ".";

  private final OpenSearchHttp http;
  private final String prefix;
  private final Positions positions;
  private final Duration unused;
  private final LongSupplier nanoTime;
  private final Map<String, Seen> seen = new HashMap<>();

  /** When the mark of a generation was seen first. */
  private record Seen(String mark, long nanos) {}

  /**
   * @param access with an address; see {@link #check}
   * @param unused a generation is deleted after nobody wrote to it for this long
   */
  public OpenSearchIndex(SearchSettings.OpenSearch access, Duration unused) {
    this(
        new OpenSearchHttp(
            access.url().orElseThrow(), access.user().orElse(null), access.password().orElse(null)),
        access.prefix(),
        unused,
        System::nanoTime);
  }

  /**
   * @param nanoTime a clock of this process
   */
  OpenSearchIndex(OpenSearchHttp http, String prefix, Duration unused, LongSupplier nanoTime) {
    this.http = http;
    this.prefix = prefix;
    this.positions = new Positions(http, prefix + "-positions");
    this.unused = unused;
    this.nanoTime = nanoTime;
  }

  /**
   * Checks settings before the program starts.
   *
   * @throws IllegalArgumentException with what is wrong, and what to do
   */
  public static void check(SearchSettings.OpenSearch access) {
    if (!PREFIX.matcher(access.prefix()).matches()) {
      throw new IllegalArgumentException(
          "yujian.search.opensearch.prefix must be a letter and up to 39 more of a-z, 0-9 and -,"
              + " but is: "
              + access.prefix());
    }
    if (access.url().isPresent() && !URL.matcher(access.url().get()).matches()) {
      throw new IllegalArgumentException(
          "yujian.search.opensearch.url must be an address like https://search.example.org:9200,"
              + " but is: "
              + access.url().get());
    }
  }

  @Override
  public Set<String> names() {
    String all = prefix + SEPARATOR;
    Set<String> names = new HashSet<>();
    http.ok("GET", "/" + all + "*?filter_path=*.settings.index.uuid", null)
        .fieldNames()
        .forEachRemaining(
            index -> {
              String name = index.startsWith(all) ? index.substring(all.length()) : "";
              if (NAME.matcher(name).matches()) {
                names.add(name);
              }
            });
    return names;
  }

  @Override
  public IndexGeneration open(String name) {
    String index = index(name);
    Optional<Incarnation> there = find(index);
    if (there.isEmpty()) {
      positions.create();
      create(index);
      there = find(index);
    }
    return new OpenSearchGeneration(
        name,
        there.orElseThrow(() -> new IndexUnavailable("The index " + index + " is gone", null)),
        http,
        positions);
  }

  /**
   * Deletes a generation that no node has written to or marked since this process asked first, if
   * that is long enough ago. Clocks of other machines do not matter.
   */
  @Override
  public synchronized void delete(String name) {
    String index = index(name);
    Optional<String> uuid = read(index).map(OpenSearchIndex::uuid);
    if (uuid.isEmpty() || !isUnused(uuid.get())) {
      return;
    }
    Reply reply = http.send("DELETE", "/" + index, null);
    if (!reply.good() && reply.status() != Reply.NOT_FOUND) {
      throw new IndexUnavailable("The index " + index + " cannot be deleted: " + reply, null);
    }
    positions.delete(uuid.get());
    seen.remove(uuid.get());
  }

  private boolean isUnused(String uuid) {
    Stored now = positions.read(uuid);
    Seen first = seen.get(uuid);
    if (first == null || !first.mark().equals(now.mark())) {
      first = new Seen(now.mark(), nanoTime.getAsLong());
      seen.put(uuid, first);
    }
    return nanoTime.getAsLong() - first.nanos() >= unused.toNanos();
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public void close() {
    // The client ends its threads when nobody refers to it any more.
  }

  static boolean isThereAlready(Reply reply) {
    return reply.errorType().equals("resource_already_exists_exception");
  }

  private Optional<Incarnation> find(String index) {
    return read(index).map(found -> new Incarnation(alias(found, index), uuid(found)));
  }

  private Optional<JsonNode> read(String index) {
    String path = "/" + index + "?filter_path=*.aliases,*.settings.index.uuid,error";
    Reply reply = http.send("GET", path, null);
    if (reply.status() == Reply.NOT_FOUND) {
      return Optional.empty();
    }
    return Optional.of(reply.body().path(index));
  }

  private static String uuid(JsonNode index) {
    return index.path("settings").path("index").path("uuid").asText();
  }

  private static String alias(JsonNode found, String index) {
    Iterable<String> aliases = () -> found.path("aliases").fieldNames();
    for (String alias : aliases) {
      if (alias.startsWith(index + SEPARATOR)) {
        return alias;
      }
    }
    throw new IndexUnavailable("The index " + index + " was not made by Yujian; delete it", null);
  }

  /** Another node may make it at the same time. */
  private void create(String index) {
    String alias = index + SEPARATOR + UUID.randomUUID();
    Reply reply = http.send("PUT", "/" + index, IndexDefinition.withAlias(alias));
    if (!reply.good() && !isThereAlready(reply)) {
      throw new IndexUnavailable("The index " + index + " cannot be made: " + reply, null);
    }
  }

  private String index(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("No name of a generation: " + name);
    }
    return prefix + SEPARATOR + name;
  }
}
