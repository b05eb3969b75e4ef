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
 * Accounts and tags as lists mention them, again and again the same ones. A list reads which
 * version each has, in its own snapshot, and takes the rest from here: equal versions have equal
 * bytes (the change guard sees to it). So nothing here can be out of date, and it shortens a list
 * that was not remembered by a fifth.
 */
@ApplicationScoped
public class RememberedViews {

  /** About a kilobyte each. */
  private static final int MOST = 5_000;

  private record Known(long generation, long version, Object view) {}

  private final Tailer tailer;
  private final Cache<UUID, Known> views =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  @Inject
  RememberedViews(Tailer tailer) {
    this.tailer = tailer;
  }

  /**
   * Views for rows of an id and a version.
   *
   * @param versions queries of the two
   * @return its rows are empty for what is not known in that version
   */
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

  /** The same part, whose rows will be known. */
  public <V> SqlPart<V> keeping(
      SqlPart<V> part, Function<? super V, UUID> id, ToLongFunction<? super V> version) {
    // Taken before the read: what belongs to another history is not found afterwards.
    long generation = tailer.moment().generation();
    return part.map(
        view -> {
          views.put(id.apply(view), new Known(generation, version.applyAsLong(view), view));
          return view;
        });
  }
}
