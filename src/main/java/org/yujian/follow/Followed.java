package org.yujian.follow;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.UUID;
import org.yujian.feed.FeedPlace;
import org.yujian.shared.page.SqlRow;

/**
 * An account that a reader follows, with the fields that the home feed needs.
 *
 * @param countedFrom feed order; articles that are not newer never count as unread
 * @param readUpTo feed order; articles that are not newer are read
 * @param followedSeq rises with each new follow of the reader
 */
public record Followed(
    UUID accountId, boolean muted, long countedFrom, long readUpTo, long followedSeq) {

  static final Comparator<Followed> IN_LIST_ORDER =
      Comparator.comparingLong(Followed::followedSeq).reversed();

  static final String SELECT =
      """
      select account_id, muted, counted_from, read_up_to, followed_seq from follow
      where reader_key = :reader and active
      """;

  static Followed of(SqlRow row) throws SQLException {
    return new Followed(row.uuid(1), row.flag(2), row.number(3), row.number(4), row.number(5));
  }

  /** Feed order up to which no article counts as unread. */
  public long watermark() {
    return Math.max(countedFrom, readUpTo);
  }

  /** The watermark in the form that clients get; null when there was nothing to read yet. */
  public FeedPlace place() {
    return place(watermark());
  }

  static FeedPlace place(long watermark) {
    return watermark > 0 ? FeedPlace.of(watermark) : null;
  }
}
