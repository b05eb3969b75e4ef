package org.yujian.search;

import org.yujian.search.text.Folding;

/**
 * Versions of everything that decides what an index holds. With another version a new generation is
 * filled.
 *
 * @param schema of the engine's fields; an index of another schema cannot be searched
 * @param folding of the folded texts
 * @param tokens of words and sounds
 */
record IndexRules(int schema, int folding, int tokens) {

  /** Goes up when the fields of {@code search.lucene} or {@code search.opensearch} change. */
  private static final int SCHEMA = 1;

  /** Goes up when {@code DocumentTokens} makes other tokens of a text. */
  private static final int TOKENS = 2;

  static IndexRules current() {
    return new IndexRules(SCHEMA, Folding.VERSION, TOKENS);
  }
}
