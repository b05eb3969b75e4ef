package org.yujian.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.yujian.change.Tailer;
import org.yujian.shared.page.SqlPart;

/**
 * Caches the accounts and tags that lists repeat. A list reads the versions in its own snapshot and
 * takes the views from here: the trigger of V11 ensures that equal versions have equal bytes, so no
 * view is ever outdated. Saves a fifth of the time of an uncached list.
 */
@ApplicationScoped
public class ViewCache {

  /** Number of views, about 1 kB each. */
  private static final int MOST = 5_000;

  private record Known(long generation, long version, Object view) {}

  private final Tailer tailer;
  private final Cache<UUID, Known> views =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  @Inject
  ViewCache(Tailer tailer) {
    this.tailer = tailer;
  }

  /** A query part of ids and versions that gives cached views; empty where one is not cached. */
  public SqlPart<Optional<Object>> known(String... versions) {
    long generation = tailer.position().generation();
    return new SqlPart<>(
        String.join(" union all ", versions),
        row -> {
          long version = row.number(2);
          return Optional.ofNullable(views.getIfPresent(row.uuid(1)))
              .filter(known -> known.version == version && known.generation == generation)
              .map(Known::view);
        });
  }

  /** A query part like the given one, which also caches the views read. */
  public <V> SqlPart<V> keeping(
      SqlPart<V> part, Function<? super V, UUID> id, ToLongFunction<? super V> version) {
    // Captured before the read, so that views of another log are not found afterwards.
    long generation = tailer.position().generation();
    return part.map(
        view -> {
          views.put(id.apply(view), new Known(generation, version.applyAsLong(view), view));
          return view;
        });
  }
}
