package org.yujian.change;

import java.util.UUID;

/**
 * What an answer can depend on: one thing, everything of an account, an edition, a tag or a follow
 * target, or everything of a type. A row of the log touches several; see {@link
 * CommittedChange#scopes}.
 *
 * @param key an id or a slug; empty for a whole type
 */
public record Scope(Kind kind, String key) {

  /** Which column of the log a scope is found in. */
  public enum Kind {
    ALL,
    THING,
    ACCOUNT,
    EDITION,
    TAG,
    TARGET
  }

  /** Every thing of a type: lists without a filter. */
  public static Scope all(ChangedThing type) {
    return new Scope(Kind.ALL, type.type);
  }

  /** The thing itself and nothing around it: an account's name, an article's own fields. */
  public static Scope thing(UUID id) {
    return new Scope(Kind.THING, id.toString());
  }

  /** The account and whatever it publishes. */
  public static Scope account(UUID id) {
    return new Scope(Kind.ACCOUNT, id.toString());
  }

  /** The edition, its articles and what it shows. */
  public static Scope edition(UUID id) {
    return new Scope(Kind.EDITION, id.toString());
  }

  /** The tag and the articles that have it, or had it until now. */
  public static Scope tag(String slug) {
    return new Scope(Kind.TAG, slug);
  }

  /** The follow target. */
  public static Scope target(UUID id) {
    return new Scope(Kind.TARGET, id.toString());
  }
}
