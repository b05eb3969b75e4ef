package org.yujian.shared.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The place of an item in a list: a number for feeds (feed order, descending), a text with an id
 * for names (ascending, by bytes as in collation "C"), or a rank for what was searched. Queries
 * compare with it; clients see it only inside cursors. Their natural order is the list's, the first
 * item lowest. Every key has a neighbour on both sides, so that all comparisons are strict.
 */
public sealed interface PageKey extends Comparable<PageKey>
    permits PageKey.Feed, PageKey.Named, PageKey.Ranked {

  /** The last place of a feed. */
  PageKey FEED_END = new Feed(Long.MIN_VALUE);

  /** The last place of a list by name: the highest code point sorts behind every name. */
  PageKey NAMED_END = new Named("\uDBFF\uDFFF", new UUID(-1, -1));

  /** Feed order, descending. */
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
    /** By bytes, as collation "C"; ids as PostgreSQL compares them, not as Java does. */
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
   * A place in what was searched: the lower tier first, then the higher score, then the newest.
   *
   * @param top everything of the list is below this feed order, so that pages fit together while
   *     something is published
   * @param basis what the first page ranked by
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
   * What scores were made of, so that later pages rank the same by the same, whatever was counted,
   * published or taken back meanwhile.
   *
   * @param floors the lowest feed orders of the parts that are ranked
   * @param weights of the terms
   */
  record Basis(List<Long> floors, List<Double> weights) {
    /** Of what is ordered by time alone. */
    public static final Basis NONE = new Basis(List.of(), List.of());
  }

  /** The neighbouring place toward the top of the list. */
  PageKey before();

  /** The neighbouring place toward the end of the list. */
  PageKey after();

  static PageKey feed(long order) {
    return new Feed(order);
  }

  static PageKey named(String text, UUID id) {
    return new Named(text, id);
  }

  /** For lists of UUIDv7, latest made first: the complement, whose order is the list's. */
  static PageKey.Named latest(UUID id) {
    return new Named("", new UUID(~id.getMostSignificantBits(), ~id.getLeastSignificantBits()));
  }

  /** The id of {@link #latest}. */
  static UUID idOf(PageKey latest) {
    return latest(((Named) latest).id()).id();
  }
}
