package org.yujian.webhook;

import java.util.Locale;

/** States of a delivery; all but the first are final unless it is replayed. */
enum DeliveryState {
  WAITING,
  DELIVERED,
  FAILED,
  SKIPPED;

  /** As stored. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
