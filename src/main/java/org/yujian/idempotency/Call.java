package org.yujian.idempotency;

import java.util.UUID;
import org.yujian.shared.text.Sha256;

/** One request with an {@code Idempotency-Key}; {@code key} itself is never stored. */
record Call(UUID caller, String operation, String key, String requestSha256) {

  StoredAnswer.Id id() {
    return new StoredAnswer.Id(caller, operation, Sha256.hex(context() + " " + key));
  }

  /** Binds a stored body to its caller and operation. */
  String context() {
    return caller + " " + operation;
  }

  /** Advisory lock: 64 bits of the hash that also identifies the row. */
  long lock() {
    return Long.parseUnsignedLong(id().keySha256().substring(0, 16), 16);
  }

  @Override
  public String toString() {
    return "Call[" + context() + "]";
  }
}
