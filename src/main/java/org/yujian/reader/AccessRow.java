package org.yujian.reader;

import java.time.Instant;
import java.util.UUID;

/** The device of an access token, with the times that decide whether to store its use. */
record AccessRow(UUID device, long key, UUID reader, Instant createdAt, Instant lastUsedAt) {

  ReaderIdentity identity() {
    return new ReaderIdentity(key, reader, device);
  }
}
