package org.yujian.follow;

import java.util.UUID;

/** The scan that made somebody a follower; it stays on the follow as long as it lasts. */
record FollowOrigin(UUID placementId, String scene) {

  /** Found in the app, without a code. */
  static final FollowOrigin NONE = new FollowOrigin(null, null);
}
