package org.yujian.target;

import java.util.UUID;
import org.yujian.media.Image;
import org.yujian.shared.page.PageKey;

/** A follow target as the queries read it, with the code of its default placement. */
record FollowTargetRow(
    UUID id,
    long version,
    String name,
    UUID accountId,
    String url,
    Image image,
    String code,
    String sortKey,
    UUID editionId,
    Integer position) {

  PageKey key() {
    return PageKey.named(sortKey, id);
  }

  /** Its key in the list of one edition. */
  PageKey placeKey() {
    return PageKey.feed(-position);
  }
}
