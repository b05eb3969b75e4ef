package org.yujian.webhook;

import java.util.Locale;

/** States of a delivery; all but the first are final unless it is replayed. */
public enum DeliveryState {
  WAITING,
  DELIVERED,
  FAILED,
  SKIPPED;

  /** As stored. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
