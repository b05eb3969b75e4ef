package org.yujian.reader;

import java.time.Instant;
import java.util.UUID;

/** What an access token opens, with what the sample of last uses needs to know. */
record AccessRow(UUID device, long key, UUID reader, Instant createdAt, Instant lastUsedAt) {

  ReaderIdentity identity() {
    return new ReaderIdentity(key, reader, device);
  }
}
