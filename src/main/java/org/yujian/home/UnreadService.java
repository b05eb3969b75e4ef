package org.yujian.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.yujian.feed.FeedPlace;
import org.yujian.follow.FollowService;
import org.yujian.follow.Followed;
import org.yujian.reader.ReaderChanges;
import org.yujian.reader.ReaderIdentity;
import org.yujian.shared.page.Cursor;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.shared.web.UuidList;

/** Counts unread articles of followed accounts: newer than the watermark, without a read mark. */
@ApplicationScoped
class UnreadService {

  private final FollowService follows;
  private final UnreadRepository unread;
  private final ReadingMarkRepository marks;
  private final ReaderChanges changes;

  UnreadService(
      FollowService follows,
      UnreadRepository unread,
      ReadingMarkRepository marks,
      ReaderChanges changes) {
    this.follows = follows;
    this.unread = unread;
    this.marks = marks;
    this.changes = changes;
  }

  @Transactional
  UnreadCounts counts(ReaderIdentity who) {
    return counts(who.key(), follows.followed(who.key()));
  }

  @RetryOnConflict
  @Transactional
  UnreadCounts markRead(MarkRead request, ReaderIdentity who) {
    long reader = changes.lock(who);
    long feedOrder =
        UuidList.isId(request.upTo())
            ? marks
                .feedOrder(UUID.fromString(request.upTo()))
                .orElseThrow(() -> MarkProblems.unknownArticle("/upTo"))
            : place(request.upTo());
    return counts(reader, follows.readUpTo(reader, request.accountIds(), feedOrder));
  }

  private UnreadCounts counts(long reader, List<Followed> followed) {
    return new UnreadCounts(followed.isEmpty() ? List.of() : unread.counts(reader, followed));
  }

  /**
   * Feed order of a cursor. In lists of editions the key is a time, and the cursor of an empty list
   * is below everything. A damaged cursor names a position where no article was.
   */
  private long place(String cursor) {
    long key = ((PageKey.Feed) Cursor.placeOf(cursor, PageKey.Feed.class)).order();
    if (key < 0 || marks.isPlace(key - FeedPlace.POSITIONS, key + FeedPlace.POSITIONS)) {
      return key;
    }
    long lead = key * FeedPlace.POSITIONS + FeedPlace.POSITIONS - 1;
    boolean moment = key < Long.MAX_VALUE / FeedPlace.POSITIONS / 2;
    if (moment && marks.isPlace(lead - 2 * FeedPlace.POSITIONS, lead + FeedPlace.POSITIONS)) {
      return lead;
    }
    throw MarkProblems.noPlace();
  }
}
