package org.yujian.change;

import java.util.UUID;

/**
 * Content that a response can depend on: one entity, everything of an account, an edition, a tag or
 * a follow target, or everything of a type. A row touches several; see {@link
 * CommittedChange#scopes}.
 *
 * @param key an id or a slug; for a whole type its name
 */
public record Scope(Kind kind, String key) {

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

  /** The entity alone: an account's name, an article's own fields. */
  public static Scope thing(UUID id) {
    return new Scope(Kind.THING, id.toString());
  }

  public static Scope account(UUID id) {
    return new Scope(Kind.ACCOUNT, id.toString());
  }

  public static Scope edition(UUID id) {
    return new Scope(Kind.EDITION, id.toString());
  }

  /** The tag and the articles that have it, or had it before the change. */
  public static Scope tag(String slug) {
    return new Scope(Kind.TAG, slug);
  }

  public static Scope target(UUID id) {
    return new Scope(Kind.TARGET, id.toString());
  }
}
