package org.yujian.search.question;

import java.util.ArrayList;
import java.util.List;
import org.yujian.search.index.Clause;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.Weighted;

/** Makes the condition and the ranking of units that have their weights. */
final class QueryParts {
  /** A title names what an article is about. */
  private static final int TITLE = 8;

  /** Characters that stand together count half of their units once more. */
  private static final int LONGER_PART = 2;

  /** Longer runs hardly stand anywhere as they were typed. */
  private static final int LONGEST_RUN = 40;

  private static final int SHORTEST_RUN = 4;

  /** An article with three quarters of a question answers it, whatever another has in its title. */
  private static final int MOST_OF_IT = 4;

  private final List<Unit> units;
  private final List<UnitWeight> weights;
  private final List<String> runs;
  private final boolean onlyWeak;
  private final List<Weighted> parts = new ArrayList<>();
  private final List<Weighted> ranking = new ArrayList<>();

  QueryParts(List<Unit> units, List<UnitWeight> weights, List<String> runs) {
    this.units = units;
    this.weights = weights;
    this.runs = runs;
    this.onlyWeak = units.stream().allMatch(Unit::weak);
  }

  RelaxedQuery query() {
    List<Unit> counted = new ArrayList<>();
    List<UnitWeight> theirs = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      if (onlyWeak || !units.get(i).weak()) {
        counted.add(units.get(i));
        theirs.add(weights.get(i));
      }
      addRanking(units.get(i), weights.get(i));
    }
    WordWeights words = new WordWeights(counted, theirs);
    List<Weighted> whole = new ArrayList<>();
    for (int i = 0; i < counted.size(); i++) {
      addPart(whole, counted.get(i), theirs.get(i), words.heaviest());
    }
    if (parts.isEmpty()) {
      // No article had any; it holds for those that came since.
      units.forEach(unit -> add(parts, unit.exactAnywhere(), 1));
      int all = units.size();
      Clause half = new Clause.AtLeast(List.copyOf(parts), all / 2 + 1);
      return new RelaxedQuery(half, half, List.copyOf(parts));
    }
    addRuns();
    int total = words.total();
    Clause most = new Clause.AtLeast(List.copyOf(whole), total - total / MOST_OF_IT);
    add(ranking, most, MOST_OF_IT * total);
    List<Weighted> all = List.copyOf(parts);
    return new RelaxedQuery(
        new Clause.AtLeast(all, words.least()),
        new Clause.AtLeast(all, Math.min(words.least(), words.heaviest())),
        List.copyOf(ranking));
  }

  /** A unit that no article has exactly counts at most like the heaviest word that some have. */
  private void addPart(List<Weighted> whole, Unit unit, UnitWeight weight, int most) {
    if (weight.required() == weight.full()) {
      add(parts, unit.similarAnywhere(), Math.min(weight.full(), most));
      add(whole, unit.similarAnywhere(), Math.min(weight.full(), most));
      return;
    }
    if (weight.required() > 0) {
      add(parts, unit.anyAnywhere(), weight.required());
    }
    add(parts, unit.exactAnywhere(), weight.full() - weight.required());
    add(whole, unit.exactAnywhere(), weight.full());
  }

  private void addRanking(Unit unit, UnitWeight weight) {
    for (IndexField field : IndexField.values()) {
      int times = times(field);
      if (weight.similar() > 0) {
        add(ranking, unit.anyIn(field), times * weight.similar());
      }
      add(ranking, unit.exactIn(field), times * (weight.full() - weight.similar()));
      if (!unit.longer().isEmpty() && weight.full() > weight.required()) {
        Clause longer = new Clause.Contains(field, unit.longer());
        add(ranking, longer, times * (weight.full() / LONGER_PART));
      }
    }
  }

  private void addRuns() {
    for (String run : runs) {
      int length = run.codePointCount(0, run.length());
      if (length >= SHORTEST_RUN && length <= LONGEST_RUN) {
        int weight = weightIn(run) / LONGER_PART;
        for (IndexField field : IndexField.values()) {
          add(ranking, new Clause.Contains(field, run), times(field) * weight);
        }
      }
    }
  }

  private int weightIn(String run) {
    int sum = 0;
    for (int i = 0; i < units.size(); i++) {
      boolean within = units.get(i).marked().stream().anyMatch(run::contains);
      sum += within ? weights.get(i).full() : 0;
    }
    return sum;
  }

  private static int times(IndexField field) {
    return field == IndexField.TITLE ? TITLE : 1;
  }

  private static void add(List<Weighted> to, Clause clause, int weight) {
    if (weight > 0) {
      to.add(new Weighted(clause, weight));
    }
  }
}
