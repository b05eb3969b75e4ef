package org.yujian.feed;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.yujian.shared.page.FeedOrder;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;

/**
 * Start and direction of reading a reader's home feed, whose items are articles or whole editions.
 * An article's feed order is one number: the time of publication in microseconds times {@link
 * FeedOrder#POSITIONS}, plus the inverted position in the edition. The key of an item is the
 * article's feed order or, for an edition, its time of publication, which is unique.
 *
 * @param bound feed order at which the range starts, exclusive
 * @param upward true to read toward newer items
 * @param editions true if all articles with one time of publication form one item
 */
public record FeedRange(long bound, boolean upward, boolean editions) {

  static final FeedRange ALL = new FeedRange(Long.MAX_VALUE, false, false);

  /** Cursors with a later time are forged: no article has such a feed order. */
  private static final long LAST_MOMENT = Long.MAX_VALUE / FeedOrder.POSITIONS;

  public static FeedRange of(PageRequest page, boolean editions) {
    if (page.key() == null) {
      return new FeedRange(Long.MAX_VALUE, false, editions);
    }
    long key = ((PageKey.Feed) page.key()).order();
    return new FeedRange(editions ? edge(key, page.upward()) : key, page.upward(), editions);
  }

  /** Feed order of an edition's last article in reading direction, at which the range starts. */
  private static long edge(long moment, boolean upward) {
    long known = Math.max(-LAST_MOMENT, Math.min(LAST_MOMENT, moment));
    return known * FeedOrder.POSITIONS + (upward ? FeedOrder.POSITIONS - 1 : 0);
  }

  /** The key of the feed item (an article or a whole edition) that contains this article. */
  public long key(long feedOrder) {
    return editions ? Math.floorDiv(feedOrder, FeedOrder.POSITIONS) : feedOrder;
  }

  public PageKey pageKey(ArticleSummary article) {
    return PageKey.feed(key(order(article)));
  }

  public Comparator<Long> order() {
    return upward ? Comparator.naturalOrder() : Comparator.reverseOrder();
  }

  int articlesOfItem() {
    return editions ? FeedOrder.POSITIONS : 1;
  }

  /** All feed orders that articles of these items can have. */
  Long[] feedOrders(List<Long> keys) {
    return keys.stream().flatMapToLong(this::feedOrders).boxed().toArray(Long[]::new);
  }

  private LongStream feedOrders(long key) {
    return editions
        ? IntStream.range(0, FeedOrder.POSITIONS).mapToLong(i -> key * FeedOrder.POSITIONS + i)
        : LongStream.of(key);
  }

  /** Reading order of items; the lead of an edition is always first. */
  Comparator<ArticleSummary> itemOrder() {
    return Comparator.comparing((ArticleSummary article) -> key(order(article)), order())
        .thenComparing(ArticleSummary::position);
  }

  private static long order(ArticleSummary article) {
    return FeedOrder.of(article.publishedAt(), article.position());
  }
}
