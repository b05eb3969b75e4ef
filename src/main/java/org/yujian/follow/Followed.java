package org.yujian.follow;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.UUID;
import org.yujian.edition.FeedPlace;
import org.yujian.shared.page.SqlRow;

/**
 * An account that a reader follows, for the home feed.
 *
 * @param countedFrom feed order; what is not newer was never unread
 * @param readUpTo feed order; what is not newer is read
 * @param followedSeq rises with each new follow of the reader
 */
public record Followed(
    UUID accountId, boolean muted, long countedFrom, long readUpTo, long followedSeq) {

  /** The order of the reader's list. */
  static final Comparator<Followed> IN_LIST_ORDER =
      Comparator.comparingLong(Followed::followedSeq).reversed();

  static final String SELECT =
      """
      select account_id, muted, counted_from, read_up_to, followed_seq from follow
      where reader_key = :reader and active
      """;

  /** Of a row of {@link #SELECT}. */
  static Followed of(SqlRow row) throws SQLException {
    return new Followed(row.uuid(1), row.flag(2), row.number(3), row.number(4), row.number(5));
  }

  /** Feed order; an article that is not newer is not unread. */
  public long watermark() {
    return Math.max(countedFrom, readUpTo);
  }

  /** The same for clients; null where there was nothing yet to read. */
  public FeedPlace place() {
    return place(watermark());
  }

  static FeedPlace place(long watermark) {
    return watermark > 0 ? FeedPlace.of(watermark) : null;
  }
}
