package org.yujian.follow;

import java.time.Instant;
import java.util.UUID;
import org.yujian.shared.page.PageKey;

/** A follower with its internal reader key, which is never sent to clients. */
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
