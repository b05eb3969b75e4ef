package org.yujian.follow;

import java.time.Instant;
import java.util.UUID;
import org.yujian.shared.page.PageKey;

/** A follower with the key that never leaves the program. */
record FollowerRow(
    long readerKey,
    UUID followerId,
    Instant followedAt,
    String scene,
    UUID placementId,
    boolean blocked) {

  PageKey pageKey() {
    return PageKey.latest(followerId);
  }
}
