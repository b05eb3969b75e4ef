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
 * Caches accounts and tags for lists, which repeat the same ones. A list reads each version in its
 * own snapshot and takes the view from here: equal versions have equal bytes (ensured by the change
 * guard), so no view is ever outdated. Saves a fifth of the time of an uncached list.
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

  /** Finds cached views for queries of id and version; a row is empty when that is not cached. */
  public SqlPart<Optional<Object>> known(String... versions) {
    long generation = tailer.moment().generation();
    return new SqlPart<>(
        String.join(" union all ", versions),
        row -> {
          long version = row.number(2);
          return Optional.ofNullable(views.getIfPresent(row.uuid(1)))
              .filter(known -> known.version == version && known.generation == generation)
              .map(Known::view);
        });
  }

  /** Makes a part cache the views that it reads. */
  public <V> SqlPart<V> keeping(
      SqlPart<V> part, Function<? super V, UUID> id, ToLongFunction<? super V> version) {
    // Captured before the read, so that views of another log are not found afterwards.
    long generation = tailer.moment().generation();
    return part.map(
        view -> {
          views.put(id.apply(view), new Known(generation, version.applyAsLong(view), view));
          return view;
        });
  }
}
