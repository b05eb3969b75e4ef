package org.yujian.search.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Answers clauses by looking at every article: what an engine must answer, too. */
public final class BruteForceIndex {
  private final List<String> names = new ArrayList<>();
  private final List<Map<IndexField, Searched>> articles = new ArrayList<>();
  private final Function<String, FieldText> tokens;

  /** A text, with sets to look into. */
  private record Searched(String folded, Set<String> words, Set<String> sounds) {}

  /**
   * @param tokens makes what an index gets of an original text
   */
  public BruteForceIndex(Function<String, FieldText> tokens) {
    this.tokens = tokens;
  }

  /** Adds an article, older than all before it. */
  public BruteForceIndex add(String name, String title, String text) {
    Map<IndexField, Searched> fields = new EnumMap<>(IndexField.class);
    fields.put(IndexField.TITLE, searched(title));
    fields.put(IndexField.TEXT, searched(text));
    names.add(name);
    articles.add(fields);
    return this;
  }

  private Searched searched(String original) {
    FieldText text = tokens.apply(original);
    return new Searched(text.folded(), new HashSet<>(text.words()), new HashSet<>(text.sounds()));
  }

  public long size() {
    return articles.size();
  }

  public List<Long> frequencies(List<Clause> clauses) {
    return clauses.stream()
        .map(clause -> articles.stream().filter(a -> holds(a, clause)).count())
        .toList();
  }

  /** Names of all hits, the best first, of equal ones the newest. */
  public List<String> search(Clause must, List<Weighted> ranking) {
    Map<String, Integer> scores = new HashMap<>();
    List<String> hits = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      if (holds(articles.get(i), must)) {
        hits.add(names.get(i));
        scores.put(names.get(i), sum(articles.get(i), ranking));
      }
    }
    hits.sort(Comparator.comparing(scores::get, Comparator.reverseOrder()));
    return hits;
  }

  private static int sum(Map<IndexField, Searched> article, List<Weighted> of) {
    return of.stream().filter(w -> holds(article, w.clause())).mapToInt(Weighted::weight).sum();
  }

  private static boolean holds(Map<IndexField, Searched> article, Clause clause) {
    if (clause instanceof Clause.Contains c) {
      return article.get(c.field()).folded().contains(c.text());
    } else if (clause instanceof Clause.Word c) {
      return article.get(c.field()).words().contains(c.word());
    } else if (clause instanceof Clause.Sound c) {
      return article.get(c.field()).sounds().contains(c.sound());
    } else if (clause instanceof Clause.NearWord c) {
      return article.get(c.field()).words().stream().anyMatch(word -> isNear(word, c.word()));
    } else if (clause instanceof Clause.AnyOf c) {
      return c.of().stream().anyMatch(one -> holds(article, one));
    } else if (clause instanceof Clause.AllOf c) {
      return c.of().stream().allMatch(one -> holds(article, one));
    }
    Clause.AtLeast c = (Clause.AtLeast) clause;
    return sum(article, c.of()) >= c.least();
  }

  private static boolean isNear(String a, String b) {
    if (a.charAt(0) != b.charAt(0) || Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int same = 0;
    while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    String restA = a.substring(same);
    String restB = b.substring(same);
    if (restA.length() != restB.length()) {
      String longer = restA.length() > restB.length() ? restA : restB;
      return longer.substring(1).equals(restA.length() > restB.length() ? restB : restA);
    }
    boolean turned =
        restA.length() > 1
            && restA.charAt(0) == restB.charAt(1)
            && restA.charAt(1) == restB.charAt(0)
            && restA.substring(2).equals(restB.substring(2));
    return restA.length() < 2 || restA.substring(1).equals(restB.substring(1)) || turned;
  }
}
