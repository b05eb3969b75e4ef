package bench;

import bench.KnownItems.Known;
import bench.SearchTexts.Text;
import com.ibm.icu.text.BreakIterator;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is searched, by classes: words of articles chosen by chance (as ICU finds words), sorted by
 * in how many of all texts they stand.
 */
final class SearchQueries {
  private static final int SOURCES = 400;
  private static final int PAIRS_TO_MISS = 20_000;
  private static final int OF_CLASS = 20;

  /**
   * @param terms folded
   */
  record Query(List<String> terms) {
    String text() {
      return String.join(" ", terms);
    }
  }

  private final Random random = new Random(6);

  /** Their own, so that what is chosen otherwise stays what it was. */
  private final Random pairs = new Random(8);

  private final TextCounts counts = new TextCounts();
  private final List<Text> some;
  private final List<List<String>> words = new ArrayList<>();
  private final Set<String> candidates = new LinkedHashSet<>();
  private final Map<String, List<Query>> classes = new LinkedHashMap<>();
  private final KnownItems known;

  SearchQueries(SearchTexts texts) throws SQLException, IOException {
    some = texts.some(SOURCES);
    name();
    texts.all(
        text -> {
          List<String> parts = new ArrayList<>(text.head());
          parts.add(text.title());
          parts.add(text.body());
          counts.count(parts);
        });
    choose();
    known = new KnownItems(some, words, counts, random);
    for (String name : List.of(KnownItems.TITLE_WORDS, KnownItems.TITLE_AND_BODY)) {
      List<Known> all = known.queries().get(name);
      classes.put(name, all.stream().map(Known::query).limit(OF_CLASS).toList());
    }
  }

  /** So many queries of each class. */
  Map<String, List<Query>> classes() {
    return classes;
  }

  KnownItems known() {
    return known;
  }

  int texts() {
    return counts.texts();
  }

  private void name() {
    for (Text text : some) {
      List<String> found = words(text.body());
      found.addAll(words(text.title()));
      words.add(found);
      candidates.addAll(found);
      for (int i = 1; i < found.size(); i++) {
        String both = found.get(i - 1) + found.get(i);
        if (found.get(i).length() == 2 && both.length() == 4 && text.body().contains(both)) {
          candidates.add(both);
        }
      }
    }
    List<String> twos = candidates.stream().filter(word -> word.length() == 2).toList();
    for (int i = 0; i < PAIRS_TO_MISS; i++) {
      candidates.add(one(twos).substring(1) + one(twos).substring(0, 1));
    }
    candidates.removeIf(word -> word.length() != 1 && word.length() != 2 && word.length() != 4);
    candidates.forEach(counts::name);
    // Halves of phrases.
    candidates.stream()
        .filter(word -> word.length() == 4)
        .toList()
        .forEach(
            word -> {
              counts.name(word.substring(0, 2));
              counts.name(word.substring(2));
            });
  }

  /** The words that ICU finds, one after the other. */
  static List<String> words(String text) {
    BreakIterator breaks = BreakIterator.getWordInstance(Locale.CHINESE);
    breaks.setText(text);
    List<String> words = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      String word = text.substring(from, to);
      if (breaks.getRuleStatus() == BreakIterator.WORD_IDEO) {
        words.add(word);
      }
      from = to;
    }
    return words;
  }

  private void choose() {
    choose("very common, 2 characters", 2, word -> counts.share(word) >= 0.3);
    choose("common, 2 characters", 2, word -> between(word, 0.05, 0.15));
    choose("medium, 2 characters", 2, word -> between(word, 0.003, 0.015));
    choose("rare, 2 characters (one article)", 2, word -> counts.of(word) == 1);
    choose("common, 4 characters", 4, word -> counts.share(word) >= 0.02);
    choose(
        "rare phrase of two common pairs",
        4,
        word ->
            counts.of(word) > 0
                && counts.share(word) <= 0.0003
                && counts.share(word.substring(0, 2)) >= 0.05
                && counts.share(word.substring(2)) >= 0.05);
    choose("single character", 1, word -> counts.share(word) >= 0.05);
    choose("no hit, 2 characters", 2, word -> counts.of(word) == 0);
    pairs();
  }

  /** Each of them in one article of twenty at least. */
  private void pairs() {
    List<String> common =
        candidates.stream()
            .filter(word -> word.length() == 2 && counts.share(word) >= 0.05)
            .toList();
    List<Query> two = new ArrayList<>();
    while (common.size() > 1 && two.size() < OF_CLASS) {
      String one = common.get(pairs.nextInt(common.size()));
      String other = common.get(pairs.nextInt(common.size()));
      if (!one.equals(other)) {
        two.add(new Query(List.of(one, other)));
      }
    }
    classes.put("two common words", two);
  }

  private boolean between(String word, double least, double most) {
    return counts.share(word) >= least && counts.share(word) <= most;
  }

  private void choose(String name, int length, Predicate<String> which) {
    List<String> fitting =
        new ArrayList<>(
            candidates.stream().filter(word -> word.length() == length).filter(which).toList());
    Collections.shuffle(fitting, random);
    classes.put(
        name,
        fitting.stream().limit(OF_CLASS).map(word -> new Query(List.of(word))).toList());
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
