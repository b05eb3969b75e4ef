package org.yujian.follow;

import java.util.UUID;

/** The scan that made a reader a follower; stored with the follow as long as it lasts. */
record FollowOrigin(UUID placementId, String scene) {

  /** The account was found in the app, without a code. */
  static final FollowOrigin NONE = new FollowOrigin(null, null);
}
