package org.yujian.home;

import java.util.UUID;
import org.yujian.change.LogPosition;
import org.yujian.change.Scope;
import org.yujian.feed.FeedRange;

/**
 * The newest live articles of an account, cached by {@link HomeHeads}.
 *
 * @param scope scope of the account, which publishing and withdrawing change
 * @param position log position that was read before the articles
 * @param orders feed orders, the sort keys of the articles, newest first
 */
record Heads(Scope scope, LogPosition position, long[] orders) {

  /** Three pages for a reader who follows only this account. */
  static final int MOST = 64;

  static Heads of(UUID account, LogPosition position, long[] orders) {
    return new Heads(Scope.account(account), position, orders);
  }

  /** Whether these are all live articles of the account. */
  boolean whole() {
    return orders.length < MOST;
  }

  /** Whether the heads contain the start of the range, so that no older article is missing. */
  boolean reach(FeedRange range) {
    return whole() || (range.upward() ? range.bound() >= oldest() : range.bound() > oldest());
  }

  private long oldest() {
    return orders[orders.length - 1];
  }

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
