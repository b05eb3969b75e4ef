package org.yujian.reader;

import java.time.Instant;
import java.util.UUID;

/** The device of an access token, and the times that decide whether its use is stored again. */
record AccessRow(UUID device, long key, UUID reader, Instant createdAt, Instant lastUsedAt) {

  ReaderIdentity identity() {
    return new ReaderIdentity(key, reader, device);
  }
}
