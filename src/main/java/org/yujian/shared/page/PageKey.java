package org.yujian.shared.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Position of an item in a list: a number for feeds, a text with an id for names, or a rank for
 * search results. The natural order is list order. Every key has a neighbor on both sides, so that
 * all comparisons can be strict.
 */
public sealed interface PageKey extends Comparable<PageKey>
    permits PageKey.Feed, PageKey.Named, PageKey.Ranked {

  /** After the last item of a feed. */
  PageKey FEED_END = new Feed(Long.MIN_VALUE);

  /** After the last item of a list by name: the highest code point sorts behind every name. */
  PageKey NAMED_END = new Named("\uDBFF\uDFFF", new UUID(-1, -1));

  /** A feed order, descending. */
  record Feed(long order) implements PageKey {
    @Override
    public int compareTo(PageKey other) {
      return Long.compare(((Feed) other).order, order);
    }

    @Override
    public PageKey before() {
      return order == Long.MAX_VALUE ? this : new Feed(order + 1);
    }

    @Override
    public PageKey after() {
      return order == Long.MIN_VALUE ? this : new Feed(order - 1);
    }
  }

  /** A stored collation key or slug, made unique by the id; ascending. */
  record Named(String text, UUID id) implements PageKey {
    /** Compares text by bytes, like collation "C", and ids like PostgreSQL, not like Java. */
    @Override
    public int compareTo(PageKey other) {
      Named named = (Named) other;
      int byText =
          Arrays.compareUnsigned(
              text.getBytes(StandardCharsets.UTF_8), named.text.getBytes(StandardCharsets.UTF_8));
      return byText != 0 ? byText : id.toString().compareTo(named.id.toString());
    }

    @Override
    public PageKey before() {
      long low = id.getLeastSignificantBits();
      long high = id.getMostSignificantBits();
      boolean first = low == 0 && high == 0;
      return first ? this : new Named(text, new UUID(low == 0 ? high - 1 : high, low - 1));
    }

    @Override
    public PageKey after() {
      long low = id.getLeastSignificantBits();
      long high = id.getMostSignificantBits();
      boolean last = low == -1 && high == -1;
      return last ? this : new Named(text, new UUID(low == -1 ? high + 1 : high, low + 1));
    }
  }

  /**
   * Position in search results: lower tier first, then higher score, then newest.
   *
   * @param top upper bound of feed order for all pages, so that pages fit together while something
   *     is published
   * @param basis statistics that the first page was ranked with
   */
  record Ranked(int tier, double score, long order, long top, Basis basis) implements PageKey {
    private static final Comparator<Ranked> IN_LIST =
        Comparator.comparingInt(Ranked::tier)
            .thenComparing(Ranked::score, Comparator.reverseOrder())
            .thenComparing(Ranked::order, Comparator.reverseOrder());

    @Override
    public int compareTo(PageKey other) {
      return IN_LIST.compare(this, (Ranked) other);
    }

    @Override
    public PageKey before() {
      return order == Long.MAX_VALUE ? this : new Ranked(tier, score, order + 1, top, basis);
    }

    @Override
    public PageKey after() {
      return order == Long.MIN_VALUE ? this : new Ranked(tier, score, order - 1, top, basis);
    }
  }

  /**
   * Statistics behind the scores, so that later pages rank as the first did, even when articles are
   * counted, published or withdrawn in between.
   *
   * @param floors the lowest feed orders of the ranked parts
   * @param weights weights of the terms
   */
  record Basis(List<Long> floors, List<Double> weights) {
    public static final Basis NONE = new Basis(List.of(), List.of());
  }

  /** The neighboring position toward the top of the list. */
  PageKey before();

  /** The neighboring position toward the end of the list. */
  PageKey after();

  static PageKey feed(long order) {
    return new Feed(order);
  }

  static PageKey named(String text, UUID id) {
    return new Named(text, id);
  }

  /** For lists of UUIDv7, latest created first: the complement of the id sorts in list order. */
  static PageKey.Named latest(UUID id) {
    return new Named("", new UUID(~id.getMostSignificantBits(), ~id.getLeastSignificantBits()));
  }

  static UUID idOf(PageKey latest) {
    return latest(((Named) latest).id()).id();
  }
}
