package org.yujian.ops;

import java.util.Locale;
import org.yujian.shared.text.NameKeys;

/**
 * A name that looks like another one. It keeps the key of an older release, because the other name
 * has the new key.
 *
 * @param ref how the API identifies the row: an account's handle, a tag's slug, an id
 * @param otherRef identifies the row that has the key; null when the name has no visible character
 */
record LookAlike(NamedThing thing, String ref, String name, String otherRef, String otherName) {

  /** Text for the operator, with invisible characters made visible. */
  String line() {
    String own =
        String.format(Locale.ROOT, "%s %s \"%s\"", thing.label(), ref, NameKeys.revealed(name));
    return otherRef == null
        ? own + " has no visible character"
        : own
            + String.format(
                Locale.ROOT, " looks like %s \"%s\"", otherRef, NameKeys.revealed(otherName));
  }
}
