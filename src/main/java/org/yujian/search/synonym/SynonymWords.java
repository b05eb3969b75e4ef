package org.yujian.search.synonym;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yujian.search.text.Folding;

/** For a folded word the other words of its group, folded; none for other words. */
final class SynonymWords implements Function<String, List<String>> {

  private final Map<String, List<String>> others;

  private SynonymWords(Map<String, List<String>> others) {
    this.others = others;
  }

  static SynonymWords of(List<SynonymGroup> groups) {
    Map<String, List<String>> others = new HashMap<>();
    for (SynonymGroup group : groups) {
      List<String> words =
          group.words().stream().map(word -> Folding.fold(word).strip()).distinct().toList();
      for (String word : words) {
        others.put(word, words.stream().filter(other -> !other.equals(word)).toList());
      }
    }
    return new SynonymWords(Map.copyOf(others));
  }

  @Override
  public List<String> apply(String word) {
    return others.getOrDefault(word, List.of());
  }
}
