package org.yujian.search.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yujian.search.index.Clause;

/**
 * A question as people type it, for when no or few articles hold all its terms verbatim. Ask the
 * index for the frequencies of {@link #probes}, make {@link #weights} of them once, and the {@link
 * #query} of these weights: a cursor that keeps them pages through one order.
 */
public final class RelaxedQuestion {
  static final int MOST_PROBES = 64;

  /**
   * Units of a question that somebody typed. A longer one was pasted: it needs no homophones,
   * inflections and synonyms to be told from others, and an engine bounds the clauses of a query.
   */
  private static final int MOST_TYPED = 12;

  /** Runs of a question that add to the rank as a whole. */
  private static final int MOST_RUNS = 16;

  /** UTF-16 units of a question that are read; enough for a pasted paragraph. */
  private static final int LONGEST = 1000;

  /**
   * Steps of a weight for a frequency that is e times as low: coarse, so that cursors are short.
   */
  private static final int STEPS = 4;

  /** More than any number of articles gives. */
  private static final int MOST_WEIGHT = 200;

  private final List<Unit> units;
  private final List<String> runs;
  private final Map<String, List<String>> synonyms;
  private final boolean synonymsOnly;

  private RelaxedQuestion(
      List<Unit> units,
      List<String> runs,
      Map<String, List<String>> synonyms,
      boolean synonymsOnly) {
    this.units = units;
    this.runs = runs;
    this.synonyms = synonyms;
    this.synonymsOnly = synonymsOnly;
  }

  /**
   * Empty when nothing is left to search, and for one character, which the exact search finds.
   *
   * @param terms folded, from {@code SearchTerms.parse}
   * @param synonyms for a folded term other folded terms, maybe none
   */
  public static Optional<RelaxedQuestion> of(
      List<String> terms, Function<String, List<String>> synonyms) {
    if (terms.size() == 1 && terms.get(0).codePointCount(0, terms.get(0).length()) == 1) {
      return Optional.empty();
    }
    String text = shortened(String.join(" ", terms));
    QuestionUnits.Cut cut = QuestionUnits.of(text);
    if (cut.units().isEmpty()) {
      return Optional.empty();
    }
    List<String> runs = cut.runs().stream().limit(MOST_RUNS).toList();
    boolean pasted = cut.units().stream().filter(unit -> !unit.weak()).count() > MOST_TYPED;
    if (pasted) {
      List<Unit> plain = thinned(cut.units().stream().map(Unit::plain).toList());
      return Optional.of(new RelaxedQuestion(plain, runs, Map.of(), false));
    }
    Synonyms.Added added = Synonyms.add(cut.units(), terms, text, synonyms);
    return Optional.of(new RelaxedQuestion(thinned(added.units()), runs, added.used(), false));
  }

  private static String shortened(String text) {
    int end = Math.min(text.length(), LONGEST);
    boolean cutsPair = end < text.length() && Character.isLowSurrogate(text.charAt(end));
    return text.substring(0, cutsPair ? end - 1 : end);
  }

  /** Of too many units first the weak ones are left out, then others evenly. */
  private static List<Unit> thinned(List<Unit> units) {
    if (count(units) <= MOST_PROBES) {
      return units;
    }
    List<Unit> telling = units.stream().filter(unit -> !unit.weak()).toList();
    List<Unit> from = telling.isEmpty() ? units : telling;
    int probes = count(from);
    if (probes <= MOST_PROBES) {
      return from;
    }
    List<Unit> kept = new ArrayList<>();
    int passed = 0;
    int used = 0;
    for (Unit unit : from) {
      passed += unit.probes();
      if (used + unit.probes() <= (long) passed * MOST_PROBES / probes) {
        kept.add(unit);
        used += unit.probes();
      }
    }
    return kept;
  }

  private static int count(List<Unit> units) {
    return units.stream().mapToInt(Unit::probes).sum();
  }

  /** Whether it is a single word: where some articles have it, others with parts of it mislead. */
  public boolean isWord() {
    return units.stream().allMatch(Unit::weak)
        || units.stream().mapToInt(Unit::segment).distinct().count() == 1;
  }

  /** Synonyms that are searched too, by the word of the question that they stand for. */
  public Map<String, List<String>> synonyms() {
    return synonyms;
  }

  /**
   * The synonyms alone, for a {@link #isWord single word} that some articles have: those with parts
   * of the word would mislead. Empty when it has none.
   */
  public Optional<RelaxedQuestion> synonymsOnly() {
    List<String> texts = synonyms.values().stream().flatMap(List::stream).distinct().toList();
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(new RelaxedQuestion(List.of(Unit.anyOf(texts)), List.of(), synonyms, true));
  }

  /** Whether it is the {@link #synonymsOnly synonyms alone} of another question. */
  public boolean isSynonymsOnly() {
    return synonymsOnly;
  }

  /** At most {@value #MOST_PROBES} clauses whose frequencies decide the weights. */
  public List<Clause> probes() {
    List<Clause> probes = new ArrayList<>();
    for (Unit unit : units) {
      probes.add(unit.exactAnywhere());
      if (unit.hasSimilar()) {
        probes.add(unit.similarAnywhere());
      }
    }
    return probes;
  }

  /**
   * Whole numbers from 0: the rarer, the higher; 0 for what no article has.
   *
   * @param frequencies of the probes, in their order
   * @param articles number of all articles
   */
  public List<Integer> weights(List<Long> frequencies, long articles) {
    return frequencies.stream().map(frequency -> weight(frequency, articles)).toList();
  }

  /**
   * The weights for a question that some articles answer exactly: nobody has mistyped it, so
   * homophones and typing errors do not count.
   */
  public List<Integer> exactly(List<Integer> weights) {
    List<Integer> exact = new ArrayList<>(weights);
    int at = 0;
    for (Unit unit : units) {
      if (unit.hasSimilar()) {
        exact.set(at + 1, 0);
      }
      at += unit.probes();
    }
    return exact;
  }

  private static int weight(long frequency, long articles) {
    if (frequency <= 0) {
      return 0;
    }
    double rarity = Math.max(1, (double) articles / frequency);
    return (int) Math.round(STEPS * Math.log1p(rarity));
  }

  /**
   * The query with these weights.
   *
   * @throws IllegalArgumentException for weights that are none of this question
   */
  public RelaxedQuery query(List<Integer> weights) {
    if (weights.size() != count(units)
        || weights.stream().anyMatch(weight -> weight < 0 || weight > MOST_WEIGHT)) {
      throw new IllegalArgumentException("Weights of another question");
    }
    List<UnitWeight> byUnit = new ArrayList<>();
    int at = 0;
    for (Unit unit : units) {
      int exact = weights.get(at++);
      byUnit.add(UnitWeight.of(unit, exact, unit.hasSimilar() ? weights.get(at++) : 0));
    }
    return new QueryParts(units, byUnit, runs).query();
  }

  /** Folded texts to be marked in a hit, the longest first. */
  public List<String> highlights() {
    Set<String> all = new LinkedHashSet<>(runs);
    units.forEach(unit -> all.addAll(unit.marked()));
    return all.stream().sorted(Comparator.comparing(String::length).reversed()).toList();
  }
}
