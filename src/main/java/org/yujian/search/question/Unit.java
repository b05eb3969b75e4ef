package org.yujian.search.question;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.yujian.search.index.Clause;
import org.yujian.search.index.IndexField;

/**
 * The smallest part of a question that an article has or has not: two characters, a word, a number.
 *
 * @param start place in the question, UTF-16 units
 * @param end place behind it
 * @param segment number of the word of the question to which it belongs
 * @param share how much of the weight of a word it has
 * @param exact the clauses in a field, of which one must hold; the first says most
 * @param similar clauses that hold for what may have been meant: homophones, typing errors; empty
 *     for none
 * @param similarOnlyIfNone whether similar ones count only while no article has the exact one
 * @param marked texts to be marked in a hit
 * @param longer a text that begins with it and reaches into the next unit; empty for none
 */
record Unit(
    int start,
    int end,
    int segment,
    Share share,
    Function<IndexField, List<Clause>> exact,
    Function<IndexField, List<Clause>> similar,
    boolean similarOnlyIfNone,
    List<String> marked,
    String longer) {

  static final Function<IndexField, List<Clause>> NONE = field -> List.of();

  /**
   * A part of a whole. A word of three characters is one word, though it has two pairs; what the
   * dictionary lacks is taken for words of two characters.
   */
  record Share(int of, int parts) {
    static final Share WHOLE = new Share(1, 1);

    /** A pair across two words, or a lone character: it is rare by chance, not because it tells. */
    static final Share WEAK = new Share(1, 3);

    /** The end of a word and a single character behind it: a suffix, or another word. */
    static final Share ADDED = new Share(1, 2);

    /** Of a pair in a word of at least two characters. */
    static Share inWord(int characters) {
      return new Share(characters / 2, characters - 1);
    }
  }

  /** A unit that an article has which contains one of these texts. */
  static Unit anyOf(List<String> texts) {
    return new Unit(
        0,
        0,
        0,
        Share.WHOLE,
        field -> texts.stream().map(text -> (Clause) new Clause.Contains(field, text)).toList(),
        NONE,
        true,
        texts,
        "");
  }

  /** Whether it tells little. */
  boolean weak() {
    return share == Share.WEAK;
  }

  boolean hasSimilar() {
    return !similar.apply(IndexField.TEXT).isEmpty();
  }

  /** Number of clauses whose frequencies it needs. */
  int probes() {
    return hasSimilar() ? 2 : 1;
  }

  Clause exactIn(IndexField field) {
    return any(exact.apply(field));
  }

  Clause anyIn(IndexField field) {
    List<Clause> all = new ArrayList<>(exact.apply(field));
    all.addAll(similar.apply(field));
    return any(all);
  }

  Clause exactAnywhere() {
    return anywhere(exact);
  }

  Clause similarAnywhere() {
    return anywhere(similar);
  }

  Clause anyAnywhere() {
    List<Clause> all = new ArrayList<>();
    for (IndexField field : IndexField.values()) {
      all.addAll(exact.apply(field));
      all.addAll(similar.apply(field));
    }
    return any(all);
  }

  /** The same unit by its first exact clause alone. */
  Unit plain() {
    Function<IndexField, List<Clause>> first = field -> exact.apply(field).subList(0, 1);
    return new Unit(start, end, segment, share, first, NONE, true, marked, longer);
  }

  private static Clause anywhere(Function<IndexField, List<Clause>> clauses) {
    List<Clause> all = new ArrayList<>();
    for (IndexField field : IndexField.values()) {
      all.addAll(clauses.apply(field));
    }
    return any(all);
  }

  private static Clause any(List<Clause> clauses) {
    return clauses.size() == 1 ? clauses.get(0) : new Clause.AnyOf(List.copyOf(clauses));
  }

  /** The same unit, which these texts stand for, too. */
  Unit withSynonyms(List<String> synonyms) {
    if (synonyms.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(marked);
    all.addAll(synonyms);
    Function<IndexField, List<Clause>> more =
        field -> {
          List<Clause> clauses = new ArrayList<>(exact.apply(field));
          synonyms.forEach(synonym -> clauses.add(new Clause.Contains(field, synonym)));
          return clauses;
        };
    return new Unit(start, end, segment, share, more, similar, similarOnlyIfNone, all, longer);
  }
}
