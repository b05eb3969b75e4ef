package org.yujian.ops;

import org.yujian.shared.text.NameKeys;

/**
 * A name that keeps the key of an older release, because another one has the key that it would get.
 *
 * @param ref how the API names the thing: an account's handle, a tag's slug, an id
 * @param otherRef of the thing that has the key; null when the name has no visible character
 */
record LookAlike(NamedThing thing, String ref, String name, String otherRef, String otherName) {

  /** For people, with invisible characters made visible. */
  String line() {
    String own = "%s %s \"%s\"".formatted(thing.label(), ref, NameKeys.revealed(name));
    return otherRef == null
        ? own + " has no visible character"
        : own + " looks like %s \"%s\"".formatted(otherRef, NameKeys.revealed(otherName));
  }
}
