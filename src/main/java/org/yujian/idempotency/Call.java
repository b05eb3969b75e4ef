package org.yujian.idempotency;

import java.util.UUID;
import org.yujian.shared.text.Sha256;

/**
 * One request with a key.
 *
 * @param key as the client sent it; never stored
 * @param requestSha256 what the request asks for
 */
record Call(UUID caller, String operation, String key, String requestSha256) {

  StoredAnswer.Id id() {
    return new StoredAnswer.Id(caller, operation, Sha256.hex(context() + " " + key));
  }

  /** What binds a stored body to its row. */
  String context() {
    return caller + " " + operation;
  }

  /** For an advisory lock: 64 bits of the hash that also names the row. */
  long lock() {
    return Long.parseUnsignedLong(id().keySha256().substring(0, 16), 16);
  }

  @Override
  public String toString() {
    return "Call[" + context() + "]";
  }
}
