package org.yujian.reader;

import java.time.Instant;
import java.util.UUID;

/**
 * The device of an access token or a cookie, and the times that decide whether its use is stored
 * again.
 */
record AccessRow(UUID device, long key, UUID reader, Instant createdAt, Instant lastUsedAt) {

  boolean asleep(Instant now) {
    return Device.isAsleep(lastUsedAt, now);
  }

  ReaderIdentity identity() {
    return new ReaderIdentity(key, reader, device);
  }
}
