package org.yujian.edition;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;

/**
 * From where and which way a feed is read, whose items are articles or whole editions. An item's
 * key is the article's feed order, or the moment of the edition, which no other one has.
 *
 * @param bound feed order, not in the range itself
 * @param upward away from the bound toward what is newer
 * @param editions what went live at one moment is one item
 */
public record FeedRange(long bound, boolean upward, boolean editions) {

  /** The whole feed from its top. */
  static final FeedRange ALL = new FeedRange(Long.MAX_VALUE, false, false);

  /** Moments beyond have no feed order; only cursors that nobody gave out name them. */
  private static final long LAST_MOMENT = Long.MAX_VALUE / FeedOrder.POSITIONS;

  /** What a page shows. */
  public static FeedRange of(PageRequest page, boolean editions) {
    if (page.key() == null) {
      return new FeedRange(Long.MAX_VALUE, false, editions);
    }
    long key = ((PageKey.Feed) page.key()).order();
    return new FeedRange(editions ? edge(key, page.upward()) : key, page.upward(), editions);
  }

  /** The last article of an edition on the way there: the way goes on behind it. */
  private static long edge(long moment, boolean upward) {
    long known = Math.max(-LAST_MOMENT, Math.min(LAST_MOMENT, moment));
    return known * FeedOrder.POSITIONS + (upward ? FeedOrder.POSITIONS - 1 : 0);
  }

  /** The key of the item that an article is, or belongs to. */
  public long key(long feedOrder) {
    return editions ? Math.floorDiv(feedOrder, FeedOrder.POSITIONS) : feedOrder;
  }

  /** As {@link #key(long)}, for cursors. */
  public PageKey pageKey(ArticleSummary article) {
    return PageKey.feed(key(order(article)));
  }

  /** Keys and feed orders in the order in which the range is read. */
  public Comparator<Long> order() {
    return upward ? Comparator.naturalOrder() : Comparator.reverseOrder();
  }

  /** How many articles an item may have. */
  int articlesOfItem() {
    return editions ? FeedOrder.POSITIONS : 1;
  }

  /** The feed orders that articles of these items may have. */
  Long[] feedOrders(List<Long> keys) {
    return keys.stream().flatMapToLong(this::feedOrders).boxed().toArray(Long[]::new);
  }

  private LongStream feedOrders(long key) {
    return editions
        ? IntStream.range(0, FeedOrder.POSITIONS).mapToLong(i -> key * FeedOrder.POSITIONS + i)
        : LongStream.of(key);
  }

  /** Items in the order of the range; within an edition the lead is always first. */
  Comparator<ArticleSummary> itemOrder() {
    return Comparator.comparing((ArticleSummary article) -> key(order(article)), order())
        .thenComparing(ArticleSummary::position);
  }

  private static long order(ArticleSummary article) {
    return FeedOrder.of(article.publishedAt(), article.position());
  }
}
