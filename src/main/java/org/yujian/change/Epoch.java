package org.yujian.change;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.yujian.shared.text.Sha256;

/**
 * Identifies the log that a token belongs to: a hash of the server's identifier and the log's id.
 * Equal on all nodes and standbys, different after a dump is restored on another server.
 */
final class Epoch {
  private Epoch() {}

  /** {@code logId} is null when the database has none. */
  static long of(String systemIdentifier, String logId) {
    byte[] both = (systemIdentifier + ' ' + logId).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(Sha256.of(both)).getLong();
  }
}
