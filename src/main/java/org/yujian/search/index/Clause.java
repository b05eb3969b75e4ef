package org.yujian.search.index;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A condition on an article. Every engine answers each kind exactly. */
public sealed interface Clause {

  /**
   * The field contains the text, at any place.
   *
   * @param text folded, not empty
   */
  record Contains(IndexField field, String text) implements Clause {}

  /**
   * The field contains the text at least so many times; its places may overlap.
   *
   * @param text folded, at least two characters
   * @param least from 1
   */
  record Repeated(IndexField field, String text, int least) implements Clause {}

  /** The field has this word among its {@link FieldText#words}. */
  record Word(IndexField field, String word) implements Clause {}

  /**
   * The field has a word that differs from this one by at most one letter that is missing, too
   * many, other, or in the other order (Damerau–Levenshtein distance 1); the first letter is equal.
   */
  record NearWord(IndexField field, String word) implements Clause {}

  /** The field has this among its {@link FieldText#sounds}. */
  record Sound(IndexField field, String sound) implements Clause {}

  /** The article is of one of these accounts; none is fine. At most 10,000. */
  record OfAccount(Set<UUID> accounts) implements Clause {}

  /** The article has this tag. */
  record Tagged(UUID tag) implements Clause {}

  /** At least one holds. */
  record AnyOf(List<Clause> of) implements Clause {}

  /** All hold. */
  record AllOf(List<Clause> of) implements Clause {}

  /** The weights of those that hold add up to at least {@code least}. */
  record AtLeast(List<Weighted> of, int least) implements Clause {}
}
