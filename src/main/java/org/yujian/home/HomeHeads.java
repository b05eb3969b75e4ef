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
 * Caches the heads (newest articles) of followed accounts on this node, in bounded memory. An entry
 * is valid while the change log has no later change of the account.
 */
@ApplicationScoped
class HomeHeads implements ChangeConsumer {

  /** Enough for about 40,000 accounts. */
  private static final long BYTES = 32 << 20;

  /** Memory of an entry with key and scope, without its articles. */
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
   * The heads of all these accounts, as of the caller's snapshot or later. Live articles of the
   * snapshot are always included, so paging upward skips none. Empty while this node cannot read
   * the log.
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
    // Loaded heads may be ahead of the tailer's position; check that the cached ones are as recent.
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
            entry -> entry.getValue().position(),
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

  /** Keeps the entry with the later log position. */
  void put(UUID account, Heads heads) {
    cache
        .asMap()
        .merge(
            account, heads, (old, made) -> made.position().isBefore(old.position()) ? old : made);
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
