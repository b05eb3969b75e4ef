package org.yujian.idempotency;

import java.util.UUID;
import org.yujian.shared.text.Sha256;

/** A request with an {@code Idempotency-Key}, which is stored only as a hash. */
record Call(UUID caller, String operation, String key, String requestSha256) {

  StoredAnswer.Id id() {
    return new StoredAnswer.Id(caller, operation, Sha256.hex(context() + " " + key));
  }

  String context() {
    return caller + " " + operation;
  }

  /** Key of the advisory lock: 64 bits of the hash that identifies the row. */
  long lock() {
    return Long.parseUnsignedLong(id().keySha256().substring(0, 16), 16);
  }

  @Override
  public String toString() {
    return "Call[" + context() + "]";
  }
}
