package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.yujian.search.WordRepository.Pairs;
import org.yujian.search.text.Grams;
import org.yujian.search.text.Syllables;
import org.yujian.search.text.Syllables.Sound;

/**
 * Words that stand anywhere in articles, by their pinyin or their first character. There is no list
 * of all words: the characters that a syllable is read for are put together, the most usual ones,
 * and the index is asked which of these pairs exist.
 */
@ApplicationScoped
class WordSearch {

  /** Longer ones are found by titles only. */
  private static final int SYLLABLES = 4;

  /** Pairs of one question that the index is asked for. */
  private static final int ASKED = 1_500;

  /** Pairs of one question whose number is known; the most usual. */
  private static final int KNOWN = 60;

  /** Characters of a syllable; with some counts of articles at hand the rest is never met. */
  private static final int CHARACTERS = 60;

  /** What an uncounted character is taken for: of everyday writing, and others. */
  private static final double USUAL = 1e-3;

  private static final double UNUSUAL = 1e-6;

  /** From this share on the newest articles are looked through, as in {@link ArticleSearch}. */
  private static final double COMMON = 0.02;

  private static final int WINDOW = 60;
  private static final int CONTINUATIONS = 8;

  @Inject WordRepository repository;
  @Inject GramShares shares;

  private record Pair(int split, int place, int gram, int known, double weight) {}

  /**
   * Words of two to four syllables that are read so, those in most articles first.
   *
   * @param latin folded
   */
  List<String> spelled(String latin) {
    List<List<String>> splits =
        Syllables.splits(latin, SYLLABLES).stream().filter(split -> split.size() > 1).toList();
    if (splits.isEmpty()) {
      return List.of();
    }
    List<Pair> pairs = new ArrayList<>();
    double left = 1;
    for (int i = 0; i < splits.size(); i++) {
      List<String> split = splits.get(i);
      // Fewer syllables are meant more often: lianjie is lian jie, hardly ever li an ji e.
      double part = i + 1 == splits.size() ? left : left / 2;
      left -= part;
      double each = part / (split.size() - 1);
      for (int place = 0; place + 1 < split.size(); place++) {
        List<Pair> all = pairs(i + 1, place, split.get(place), split.get(place + 1));
        pairs.addAll(most(all.stream().filter(pair -> pair.known > 0), KNOWN * each));
        pairs.addAll(most(all.stream().filter(pair -> pair.known == 0), ASKED * each));
      }
    }
    return repository.spelled(
        new Pairs(
            pairs.stream().mapToInt(Pair::split).toArray(),
            pairs.stream().mapToInt(Pair::place).toArray(),
            pairs.stream().mapToInt(Pair::gram).toArray(),
            pairs.stream().mapToInt(Pair::known).toArray(),
            splits.stream().mapToInt(split -> split.size() - 2).toArray()));
  }

  private static List<Pair> most(Stream<Pair> pairs, double most) {
    return pairs
        .sorted(Comparator.comparingDouble(Pair::weight).reversed())
        .limit((long) Math.ceil(most))
        .toList();
  }

  private List<Pair> pairs(int split, int place, String first, String second) {
    List<Pair> pairs = new ArrayList<>();
    for (Sound one : usual(first)) {
      for (Sound two : usual(second)) {
        int gram = Grams.pair(one.character(), two.character());
        double share = shares.inAll(new int[] {gram});
        int known = share > 0 ? (int) Math.max(1, share * shares.articles()) : 0;
        double weight = share > 0 ? share : weight(one) * weight(two);
        pairs.add(new Pair(split, place, gram, known, weight));
      }
    }
    return pairs;
  }

  private List<Sound> usual(String syllable) {
    return Syllables.characters(syllable).stream()
        .sorted(Comparator.comparingDouble(this::weight).reversed())
        .limit(CHARACTERS)
        .toList();
  }

  /** How usual the character is with this reading. */
  private double weight(Sound sound) {
    double share = shares.inAll(new int[] {sound.character()});
    double alone = share > 0 ? share : sound.usual() ? USUAL : UNUSUAL;
    return alone / (1 + sound.rank());
  }

  /** Words that begin with the one character, or the longer text itself when it stands anywhere. */
  List<String> continued(String text) {
    Term term = Term.of(text);
    int length = text.codePointCount(0, text.length());
    // Before anything was counted the text may be common.
    boolean common = shares.articles() == 0 || shares.inAll(term.grams()) >= COMMON;
    return repository
        .continued(term, common, length == 1 ? 2 : length, WINDOW, CONTINUATIONS)
        .stream()
        .filter(word -> SuggestionKeys.plain(word).equals(word) && word.length() > 1)
        .toList();
  }
}
