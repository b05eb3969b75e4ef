package org.yujian.home;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yujian.change.ChangeConsumer;
import org.yujian.change.LogBatch;
import org.yujian.change.LogPosition;
import org.yujian.change.Tailer;
import org.yujian.feed.AccountFeeds;

/**
 * Cache of the heads of followed accounts on this node, with bounded memory. An entry is valid
 * while the log has no change of the account after the entry's log position.
 */
@ApplicationScoped
class HomeHeads implements ChangeConsumer {

  /** Enough for about 40,000 accounts. */
  private static final long BYTES = 32 << 20;

  /** Memory of an entry with its key and scope. */
  private static final int OVERHEAD = 300;

  private final Tailer tailer;
  private final AccountFeeds feeds;
  private final Cache<UUID, Heads> cache =
      Caffeine.newBuilder()
          .maximumWeight(BYTES)
          .weigher((UUID account, Heads heads) -> OVERHEAD + Long.BYTES * heads.orders().length)
          .build();

  HomeHeads(Tailer tailer, AccountFeeds feeds) {
    this.tailer = tailer;
    this.feeds = feeds;
  }

  /**
   * The heads of all these accounts, each in the state of the caller's snapshot or later. Live
   * articles of the snapshot are always included, so paging upward skips none. Empty while this
   * node cannot read the log.
   *
   * @param seen log position from before the snapshot
   */
  Optional<Collection<Heads>> of(Collection<UUID> accounts, LogPosition seen) {
    Map<UUID, Heads> held = held(accounts);
    Set<UUID> missing = new LinkedHashSet<>(accounts);
    missing.removeAll(held.keySet());
    if (missing.isEmpty()) {
      return Optional.of(held.values());
    }
    Map<UUID, Heads> loaded = load(missing, seen);
    // Loaded heads may be ahead of the tailer. The cached ones must be as recent, so check them
    // again.
    if (!tailer.advance()) {
      return Optional.empty();
    }
    Map<UUID, Heads> still = held(held.keySet());
    Set<UUID> changed = new LinkedHashSet<>(held.keySet());
    changed.removeAll(still.keySet());
    loaded.putAll(load(changed, seen));
    loaded.forEach(this::put);
    Collection<Heads> all = new ArrayList<>(still.values());
    all.addAll(loaded.values());
    return Optional.of(all);
  }

  private Map<UUID, Heads> held(Collection<UUID> accounts) {
    Map<UUID, Heads> present = cache.getAllPresent(accounts);
    return tailer
        .holding(
            present.entrySet(),
            entry -> entry.getValue().moment(),
            entry -> entry.getValue().scope())
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Map<UUID, Heads> load(Collection<UUID> accounts, LogPosition seen) {
    Map<UUID, Long> all = accounts.stream().collect(toMap(identity(), id -> Long.MAX_VALUE));
    Map<UUID, Heads> loaded = new HashMap<>();
    feeds
        .newest(all, Heads.MOST)
        .forEach((account, orders) -> loaded.put(account, Heads.of(account, seen, orders)));
    return loaded;
  }

  /** Keeps the entry with the later log position (design E3). */
  void put(UUID account, Heads heads) {
    cache
        .asMap()
        .merge(account, heads, (old, made) -> made.moment().isBefore(old.moment()) ? old : made);
  }

  @Override
  public void tailed(LogBatch batch) {
    if (batch.reset()) {
      forget();
    }
    batch.rows().forEach(row -> cache.invalidateAll(row.accounts()));
  }

  void forget() {
    cache.invalidateAll();
  }
}
