package org.yujian.home;

import java.util.UUID;
import org.yujian.change.Moment;
import org.yujian.change.Scope;
import org.yujian.edition.FeedRange;

/**
 * The newest live articles of an account.
 *
 * @param scope of the account: what it publishes or withdraws changes them
 * @param moment how far the log was read before they were
 * @param orders feed orders, newest first
 */
record Heads(Scope scope, Moment moment, long[] orders) {

  /** Three pages of a reader who follows nobody else. */
  static final int MOST = 64;

  static Heads of(UUID account, Moment moment, long[] orders) {
    return new Heads(Scope.account(account), moment, orders);
  }

  /** Nothing is older than the last of them. */
  boolean whole() {
    return orders.length < MOST;
  }

  /** Whether all that this range has, as far as these go, begins among them. */
  boolean reach(FeedRange range) {
    return whole() || (range.upward() ? range.bound() >= oldest() : range.bound() > oldest());
  }

  private long oldest() {
    return orders[orders.length - 1];
  }

  /** The place of the first one in a range; beyond the end when none is. */
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
