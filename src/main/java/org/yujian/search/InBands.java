package org.yujian.search;

import java.util.List;
import java.util.Locale;
import org.yujian.search.Bands.Part;
import org.yujian.shared.page.SqlQuery;

/**
 * Query text that gathers from one part of the feed after the other, in their order, up to the last
 * that is needed. The parts are parameters, numbered where a statement has several lists of them.
 * {@code offset 0} keeps the planner from gathering the whole once, and parting it afterwards.
 */
final class InBands {

  /**
   * A condition on what is gathered: a part without articles is passed over by the index of the
   * feed, at a twentieth of the cost.
   */
  static final String HAS_ANY =
      " and (select true from article_search e"
          + " where e.feed_order >= b.low and e.feed_order <= b.high limit 1)";

  private InBands() {}

  private static final String EACH =
      """
      from unnest(:bands%1$d, cast(:lows%1$d as bigint[]), cast(:highs%1$d as bigint[]))
        with ordinality b (band, low, high, nth)
      cross join lateral (%2$s offset 0) x
      """;

  /**
   * The newest rows of all parts together.
   *
   * @param gathered rows of the part {@code b} whose mark is {@code b.band}
   * @param most how many rows: a number or a parameter
   */
  static String newest(int number, String gathered, Object most) {
    return String.format(Locale.ROOT, "select x.article_id, x.feed_order " + EACH, number, gathered)
        .concat("order by b.nth, x.feed_order desc limit " + most);
  }

  /** All columns of each row of each part. */
  static String each(int number, String gathered) {
    return String.format(Locale.ROOT, "select x.* " + EACH, number, gathered);
  }

  static <T> SqlQuery<T> set(SqlQuery<T> query, int number, List<Part> parts) {
    return query
        .set("bands" + number, parts.stream().mapToInt(Part::mark).toArray())
        .set("lows" + number, parts.stream().map(Part::from).toArray(Long[]::new))
        .set("highs" + number, parts.stream().map(Part::to).toArray(Long[]::new));
  }
}
