package org.yujian.home;

import java.util.UUID;
import org.yujian.change.LogPosition;
import org.yujian.change.Scope;
import org.yujian.feed.FeedRange;

/**
 * The newest live articles of an account, cached by {@link HomeHeads}.
 *
 * @param scope scope of the account: publishing and withdrawing in it invalidate the heads
 * @param moment log position that was read before the articles
 * @param orders feed orders, newest first
 */
record Heads(Scope scope, LogPosition moment, long[] orders) {

  /** Three pages of a reader who follows only this account. */
  static final int MOST = 64;

  static Heads of(UUID account, LogPosition moment, long[] orders) {
    return new Heads(Scope.account(account), moment, orders);
  }

  /** Whether the account has no older articles. */
  boolean whole() {
    return orders.length < MOST;
  }

  /** Whether these heads contain the start of the range, so that no older article is missing. */
  boolean reach(FeedRange range) {
    return whole() || (range.upward() ? range.bound() >= oldest() : range.bound() > oldest());
  }

  private long oldest() {
    return orders[orders.length - 1];
  }

  /** Index of the first article in a range; out of bounds when there is none. */
  int first(FeedRange range) {
    int low = 0;
    int high = orders.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean newer =
          range.upward() ? orders[middle] > range.bound() : orders[middle] >= range.bound();
      low = newer ? middle + 1 : low;
      high = newer ? high : middle;
    }
    return range.upward() ? low - 1 : low;
  }
}
