package org.yujian.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.yujian.search.index.IndexUnavailable;

/**
 * Removes replaced and removed articles of an index from the disks of the cluster.
 *
 * <p>A copy of a shard keeps removed articles for copies that may have to catch up, until a lease
 * on its history has moved on, which is up to 30 seconds later. Other nodes write meanwhile, so
 * "nothing removed is left" may never be true; what counts are the files that there were when the
 * leases had moved on. A merge may have begun before that moment and end after it, so its result is
 * rewritten, too.
 */
final class Expunging {
  private static final Duration MERGE = Duration.ofMinutes(10);
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);
  private static final long PAUSE_MILLIS = 500;

  private final OpenSearchHttp http;
  private final String index;
  private final long until = System.nanoTime() + PATIENCE;

  Expunging(OpenSearchHttp http, String index) {
    this.http = http;
    this.index = "/" + index;
  }

  /**
   * @throws IndexUnavailable when it took too long; it may be done again
   */
  void run() {
    refresh();
    flush();
    Map<String, Long> written = newestWrites();
    await(() -> historyBegins(written));
    // A copy also keeps the history since its last flush.
    flush();
    rewrite();
    rewrite();
    flush();
  }

  private void rewrite() {
    Set<String> before = filesWithRemoved();
    await(
        () -> {
          http.ok("POST", index + "/_forcemerge?only_expunge_deletes=true", null, MERGE);
          // The state that searches saw holds its files.
          refresh();
          return Collections.disjoint(before, filesWithRemoved());
        });
  }

  private void refresh() {
    http.ok("POST", index + "/_refresh", null);
  }

  private void flush() {
    http.ok("POST", index + "/_flush?force=true&wait_if_ongoing=true", null, MERGE);
  }

  /** For each shard the number of its last write. */
  private Map<String, Long> newestWrites() {
    Map<String, Long> newest = new HashMap<>();
    shards((shard, copy) -> newest.merge(shard, copy.at("/seq_no/max_seq_no").asLong(), Math::max));
    return newest;
  }

  /** Whether no copy keeps what was removed by these writes. */
  private boolean historyBegins(Map<String, Long> after) {
    Set<String> kept = new HashSet<>();
    shards(
        (shard, copy) -> {
          for (JsonNode lease : copy.at("/retention_leases/leases")) {
            if (lease.path("retaining_seq_no").asLong() <= after.getOrDefault(shard, -1L)) {
              kept.add(shard);
            }
          }
        });
    return kept.isEmpty();
  }

  private void shards(CopyReader reader) {
    String path = index + "/_stats/docs?level=shards&filter_path=_shards.failed,indices.*.shards";
    read(http.ok("GET", path, null), reader);
  }

  private Set<String> filesWithRemoved() {
    Set<String> files = new HashSet<>();
    read(
        http.ok("GET", index + "/_segments?filter_path=_shards.failed,indices.*.shards", null),
        (shard, copy) ->
            copy.path("segments")
                .properties()
                .forEach(
                    segment -> {
                      if (segment.getValue().path("deleted_docs").asLong() > 0) {
                        String node = copy.path("routing").path("node").asText();
                        files.add(shard + " " + node + " " + segment.getKey());
                      }
                    }));
    return files;
  }

  private static void read(JsonNode response, CopyReader reader) {
    for (JsonNode found : response.path("indices")) {
      found
          .path("shards")
          .properties()
          .forEach(shard -> shard.getValue().forEach(copy -> reader.read(shard.getKey(), copy)));
    }
  }

  /** OpenSearch does not say when it is so; it has to be asked. */
  private void await(BooleanSupplier done) {
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new IndexUnavailable("Removed articles are still on the disks of OpenSearch", null);
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IndexUnavailable("Interrupted while removing articles from the disks", e);
      }
    }
  }

  /** Gets each copy of each shard. */
  private interface CopyReader {
    void read(String shard, JsonNode copy);
  }
}
