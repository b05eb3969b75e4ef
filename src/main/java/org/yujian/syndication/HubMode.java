package org.yujian.syndication;

import java.util.Locale;

/** Why the hub calls a subscriber. */
enum HubMode {
  SUBSCRIBE,
  UNSUBSCRIBE,
  DENIED,
  /** The topic has new content; not a value of {@code hub.mode}. */
  CONTENT;

  /** As stored, and as {@code hub.mode}. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static HubMode of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
