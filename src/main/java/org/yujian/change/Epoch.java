package org.yujian.change;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.yujian.shared.text.Sha256;

/**
 * Identifies the log of a token: a hash of the server's identifier and the log's own id. All nodes
 * agree on it, a dump restored elsewhere has another one, and a standby has its primary's.
 */
final class Epoch {
  private Epoch() {}

  /** {@code logId} is null when the database has none. */
  static long of(String systemIdentifier, String logId) {
    byte[] both = (systemIdentifier + ' ' + logId).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(Sha256.of(both)).getLong();
  }
}
