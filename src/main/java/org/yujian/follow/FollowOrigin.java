package org.yujian.follow;

import java.util.UUID;

/** The scanned placement that made a reader a follower, and its scene (the poster's label). */
record FollowOrigin(UUID placementId, String scene) {

  /** The reader found the account in the app, without a code. */
  static final FollowOrigin NONE = new FollowOrigin(null, null);
}
