package org.yujian.change;

import java.util.UUID;

/**
 * Content that a response can depend on: one entity, everything of an account, an edition, a tag or
 * a follow target, or everything of a type. A row of the log can have several.
 *
 * @param key an id or a slug; for a whole type its name
 */
public record Scope(Kind kind, String key) {

  /** Which content the key names. */
  public enum Kind {
    ALL,
    THING,
    ACCOUNT,
    EDITION,
    TAG,
    TARGET
  }

  /** All entities of a type, for lists without a filter. */
  public static Scope all(ChangedThing type) {
    return new Scope(Kind.ALL, type.type);
  }

  public static Scope thing(UUID id) {
    return new Scope(Kind.THING, id.toString());
  }

  public static Scope account(UUID id) {
    return new Scope(Kind.ACCOUNT, id.toString());
  }

  public static Scope edition(UUID id) {
    return new Scope(Kind.EDITION, id.toString());
  }

  public static Scope tag(String slug) {
    return new Scope(Kind.TAG, slug);
  }

  public static Scope target(UUID id) {
    return new Scope(Kind.TARGET, id.toString());
  }
}
