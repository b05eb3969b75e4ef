package org.yujian.search;

import static java.util.stream.Collectors.toMap;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.yujian.change.ChangedThing;
import org.yujian.change.LogFilter;
import org.yujian.change.LogPage;
import org.yujian.change.LogPages;
import org.yujian.change.SyncToken;
import org.yujian.feed.LiveSize;
import org.yujian.feed.SearchableArticle;
import org.yujian.feed.SearchableArticles;
import org.yujian.shared.transaction.ReadSnapshot;

/**
 * Reads texts and tags of live articles for {@link IndexFeed}, in portions of limited size. Each
 * call has a snapshot of its own, in which rows of the log, texts and tags agree.
 */
@ApplicationScoped
class LiveTexts {

  /** Rows of the log, or articles, of a portion. */
  static final int ROWS = 100;

  /** UTF-8 of a portion, if it has more than one article; its tokens take some 30 times as much. */
  static final int BYTES = 128 << 10;

  private static final LogFilter ARTICLES = new LogFilter(Set.of(ChangedThing.ARTICLE), Set.of());

  private final LogPages log;
  private final SearchableArticles articles;
  private final PurgeRepository purges;
  private final ReadSnapshot snapshot;

  LiveTexts(
      LogPages log, SearchableArticles articles, PurgeRepository purges, ReadSnapshot snapshot) {
    this.log = log;
    this.articles = articles;
    this.purges = purges;
    this.snapshot = snapshot;
  }

  /** A live article with the ids of its tags. */
  record Tagged(SearchableArticle article, List<UUID> tags) {}

  /**
   * Articles as they are at one position in the log.
   *
   * @param version the position
   * @param removed asked for, but not live
   * @param later asked for, but beyond the size of a portion
   * @param lowest the lowest feed order of the articles; {@link Long#MIN_VALUE} without any
   */
  record Portion(
      long version, List<Tagged> articles, List<UUID> removed, List<UUID> later, long lowest) {
    private static final Portion EMPTY =
        new Portion(0, List.of(), List.of(), List.of(), Long.MIN_VALUE);
  }

  /** A page of the log, and the first portion of the articles that it names. */
  record Logged(Portion first, SyncToken token, boolean more) {}

  /** What is known when a filling begins. */
  record Start(SyncToken end, long purges, long articles) {}

  Start start() {
    return read(() -> new Start(log.newest(), purges.count(), articles.countLive()));
  }

  long purges() {
    return purges.count();
  }

  /** Whether the log has everything that happened after the token. */
  boolean reaches(SyncToken token) {
    return read(() -> log.read(token, ARTICLES, 1).isPresent());
  }

  /** Empty when the log does not reach back to the token. */
  Optional<Logged> after(SyncToken token) {
    return read(
        () ->
            log.read(token, ARTICLES, ROWS)
                .map(page -> new Logged(portion(changed(page)), page.token(), page.more())));
  }

  private static List<UUID> changed(LogPage page) {
    return page.rows().stream().map(LogPage.Row::id).distinct().toList();
  }

  /** The first of these articles. */
  Portion of(List<UUID> ids) {
    return read(() -> portion(ids));
  }

  private Portion portion(List<UUID> ids) {
    if (ids.isEmpty()) {
      return Portion.EMPTY;
    }
    Map<UUID, LiveSize> live =
        articles.liveSizes(ids).stream().collect(toMap(LiveSize::id, size -> size));
    List<UUID> removed = ids.stream().filter(id -> !live.containsKey(id)).toList();
    List<LiveSize> sizes = ids.stream().filter(live::containsKey).map(live::get).toList();
    return portion(sizes, removed);
  }

  /** The live articles next below a place in the feed, the newest first. */
  Portion below(long feedOrder) {
    return read(() -> portion(articles.liveSizesBelow(feedOrder, ROWS), List.of()));
  }

  private Portion portion(List<LiveSize> sizes, List<UUID> removed) {
    int count = fitting(sizes);
    List<LiveSize> now = sizes.subList(0, count);
    List<UUID> ids = now.stream().map(LiveSize::id).toList();
    return new Portion(
        log.newest().seq(),
        tagged(ids),
        removed,
        sizes.subList(count, sizes.size()).stream().map(LiveSize::id).toList(),
        now.stream().mapToLong(LiveSize::feedOrder).min().orElse(Long.MIN_VALUE));
  }

  private static int fitting(List<LiveSize> sizes) {
    long bytes = 0;
    int count = 0;
    for (LiveSize size : sizes) {
      bytes += size.bytes();
      if (count > 0 && bytes > BYTES) {
        break;
      }
      count++;
    }
    return count;
  }

  private List<Tagged> tagged(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<UUID>> tags = articles.liveTags(ids);
    List<Tagged> all = new ArrayList<>();
    for (SearchableArticle article : articles.live(ids)) {
      all.add(new Tagged(article, tags.getOrDefault(article.id(), List.of())));
    }
    return all;
  }

  private <T> T read(Callable<T> reads) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              snapshot.begin();
              return reads.call();
            });
  }
}
