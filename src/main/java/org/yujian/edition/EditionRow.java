package org.yujian.edition;

import java.time.Instant;
import java.util.UUID;
import org.yujian.shared.page.PageKey;

/** An edition as the public list's query reads it. */
record EditionRow(UUID id, long version, UUID accountId, Instant publishedAt) {

  PageKey key() {
    return PageKey.feed(FeedOrder.micros(publishedAt));
  }
}
