package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yujian.feed.SearchableArticles;
import org.yujian.search.index.ArticleScope;
import org.yujian.search.index.Clause;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexHits.Hit;
import org.yujian.search.index.IndexQuery;
import org.yujian.search.text.Folding;
import org.yujian.search.text.Syllables;
import org.yujian.search.text.Syllables.Sound;

/**
 * Words that stand anywhere in articles, by their pinyin or their first character. There is no list
 * of all words: the characters that a syllable is read for are put together, the most usual ones,
 * and the index is asked which of these pairs exist. Nothing is found while the first index is
 * filled.
 */
@ApplicationScoped
class WordSearch {

  /** Longer ones are found by titles only. */
  private static final int SYLLABLES = 4;

  /** Pairs of one question that the index is asked for. */
  private static final int ASKED = 1_500;

  /** Characters of a syllable; the rest is hardly ever met. */
  private static final int CHARACTERS = 60;

  /** What a character without articles is taken for: of everyday writing, and others. */
  private static final double USUAL = 0.1;

  private static final double UNUSUAL = 0.001;

  /** Longer words are made of pairs, and looked for as they are; so many. */
  private static final int LOOKED_FOR = 12;

  private static final int WINDOW = 60;
  private static final int CONTINUATIONS = 8;

  private final CurrentIndex index;
  private final SearchableArticles articles;

  WordSearch(CurrentIndex index, SearchableArticles articles) {
    this.index = index;
    this.articles = articles;
  }

  /** A beginning of a word, and in how many articles its rarest pair is. */
  private record Word(String text, double articles) {
    Word and(Pair next) {
      return new Word(text + next.second, Math.min(articles, next.articles));
    }
  }

  private record Pair(String first, String second, double weight, double articles) {
    Pair in(double some) {
      return new Pair(first, second, weight, some);
    }

    String text() {
      return first + second;
    }
  }

  /**
   * Words of two to four syllables that are read so, those in most articles first.
   *
   * @param latin folded
   */
  List<String> spelled(String latin) {
    List<List<String>> splits =
        Syllables.splits(latin, SYLLABLES).stream().filter(split -> split.size() > 1).toList();
    return splits.isEmpty()
        ? List.of()
        : index.search(List.of(), engine -> spelled(engine, splits));
  }

  private static List<String> spelled(IndexGeneration engine, List<List<String>> splits) {
    Map<String, List<Sound>> usual = usual(engine, splits);
    List<Word> words = new ArrayList<>();
    double left = 1;
    for (int i = 0; i < splits.size(); i++) {
      List<String> split = splits.get(i);
      // Fewer syllables are meant more often: lianjie is lian jie, hardly ever li an ji e.
      double part = i + 1 == splits.size() ? left : left / 2;
      left -= part;
      int each = (int) Math.ceil(ASKED * part / (split.size() - 1));
      words.addAll(words(engine, split, usual, each));
    }
    return words.stream()
        .sorted(Comparator.comparingDouble(Word::articles).reversed().thenComparing(Word::text))
        .limit(LOOKED_FOR)
        .map(Word::text)
        // Frequencies include what was removed, and a longer word's pairs may stand apart.
        .filter(word -> exists(engine, word))
        .distinct()
        .toList();
  }

  private static List<Word> words(
      IndexGeneration engine, List<String> split, Map<String, List<Sound>> usual, int most) {
    List<Word> words = List.of();
    for (int place = 0; place + 1 < split.size(); place++) {
      List<Pair> pairs =
          existing(
              engine, pairs(usual.get(split.get(place)), usual.get(split.get(place + 1)), most));
      words =
          place == 0
              ? pairs.stream().map(pair -> new Word(pair.text(), pair.articles)).toList()
              : words.stream().flatMap(word -> continued(word, pairs)).toList();
    }
    return words;
  }

  private static Stream<Word> continued(Word word, List<Pair> pairs) {
    return pairs.stream().filter(pair -> word.text.endsWith(pair.first)).map(word::and);
  }

  private static List<Pair> pairs(List<Sound> ones, List<Sound> twos, int most) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < ones.size(); i++) {
      for (int j = 0; j < twos.size(); j++) {
        // Both lists begin with the most usual ones.
        double weight = 1.0 / ((i + 1) * (j + 1));
        pairs.add(new Pair(text(ones.get(i)), text(twos.get(j)), weight, 0));
      }
    }
    return pairs.stream()
        .sorted(Comparator.comparingDouble(Pair::weight).reversed())
        .limit(most)
        .toList();
  }

  private static String text(Sound sound) {
    return Character.toString(sound.character());
  }

  private static List<Pair> existing(IndexGeneration engine, List<Pair> pairs) {
    Map<String, Long> there =
        frequencies(engine, pairs.stream().map(Pair::text).collect(Collectors.toSet()));
    return pairs.stream()
        .filter(pair -> there.get(pair.text()) > 0)
        .map(pair -> pair.in(there.get(pair.text())))
        .toList();
  }

  /** The characters of each syllable that are in most articles with this reading. */
  private static Map<String, List<Sound>> usual(IndexGeneration engine, List<List<String>> splits) {
    Map<String, List<Sound>> sounds = new HashMap<>();
    splits.stream()
        .flatMap(List::stream)
        .forEach(syllable -> sounds.put(syllable, Syllables.characters(syllable)));
    Map<String, Long> there =
        frequencies(
            engine,
            sounds.values().stream()
                .flatMap(List::stream)
                .map(WordSearch::text)
                .collect(Collectors.toSet()));
    sounds.replaceAll(
        (syllable, all) ->
            all.stream()
                .sorted(
                    Comparator.comparingDouble((Sound one) -> weight(one, there.get(text(one))))
                        .reversed())
                .limit(CHARACTERS)
                .toList());
    return sounds;
  }

  /** How usual the character is with this reading. */
  private static double weight(Sound sound, long articles) {
    double alone = articles > 0 ? articles : sound.usual() ? USUAL : UNUSUAL;
    return alone / (1 + sound.rank());
  }

  /** Number of articles with each of these texts, about. */
  private static Map<String, Long> frequencies(IndexGeneration engine, Set<String> texts) {
    List<String> all = List.copyOf(texts);
    Map<String, Long> most = new HashMap<>();
    for (IndexField field : IndexField.values()) {
      List<Long> there =
          engine.frequencies(
              all.stream().map(text -> (Clause) new Clause.Contains(field, text)).toList());
      for (int i = 0; i < all.size(); i++) {
        most.merge(all.get(i), there.get(i), Math::max);
      }
    }
    return most;
  }

  private static boolean exists(IndexGeneration engine, String text) {
    return engine.search(query(text, 0, 1)).total() > 0;
  }

  private static IndexQuery query(String text, int size, int countTo) {
    Clause anywhere = new TermClauses(Term.of(text)).anywhere();
    return new IndexQuery(ArticleScope.ALL, anywhere, List.of(), Set.of(), null, size, countTo);
  }

  /**
   * Words of two characters that begin with the one, as they stand at its first place in the newest
   * articles, or the longer text itself when it stands anywhere.
   *
   * @param text folded
   */
  List<String> continued(String text) {
    List<String> words =
        text.codePointCount(0, text.length()) > 1
            ? index.search(List.of(), engine -> exists(engine, text) ? List.of(text) : List.of())
            : ofTwo(text);
    return words.stream()
        .filter(word -> SuggestionKeys.plain(word).equals(word) && word.length() > 1)
        .toList();
  }

  private List<String> ofTwo(String character) {
    List<Hit> newest =
        index.search(List.of(), engine -> engine.search(query(character, WINDOW, 0)).hits());
    Map<String, Long> times =
        articles.firstPlaces(newest.stream().map(Hit::id).toList(), character, 2).stream()
            .map(Folding::fold)
            .filter(word -> word.startsWith(character))
            .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
    return times.keySet().stream()
        .sorted(
            Comparator.comparing((String word) -> times.get(word))
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(CONTINUATIONS)
        .toList();
  }
}
