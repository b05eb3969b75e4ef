package org.yujian.change;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.yujian.shared.text.Sha256;

/**
 * Which log a token belongs to: made from the server's identifier and the log's own. A dump that is
 * restored elsewhere has another epoch by itself, all nodes agree on it, and a standby, on which
 * nothing can be written, has its primary's.
 */
final class Epoch {
  private Epoch() {}

  /**
   * @param logId null when the database has none
   */
  static long of(String systemIdentifier, String logId) {
    byte[] both = (systemIdentifier + ' ' + logId).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(Sha256.of(both)).getLong();
  }
}
