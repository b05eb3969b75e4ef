package bench;

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
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What is searched, by classes: words of articles chosen by chance (as ICU finds words), sorted by
 * in how many of all texts they stand; and what somebody types who looks for one known article.
 */
final class SearchQueries {
  static final String TITLE_FRAGMENT = "title fragment";
  static final String TITLE_WORDS = "two title words";
  static final String TITLE_AND_BODY = "title word + body word";

  static final String TELLING_TITLE_AND_BODY = TITLE_AND_BODY + ", telling";

  private static final int SOURCES = 400;
  private static final int PAIRS_TO_MISS = 20_000;
  private static final int OF_CLASS = 20;
  private static final int KNOWN = 100;

  /**
   * @param terms folded
   */
  record Query(List<String> terms) {
    String text() {
      return String.join(" ", terms);
    }
  }

  /** A query by which one article is looked for. */
  record Known(Query query, UUID article) {}

  private final Random random = new Random(6);

  /** Their own, so that what is chosen otherwise stays what it was. */
  private final Random chances = new Random(7);

  private final Random pairs = new Random(8);

  private final TextCounts counts = new TextCounts();
  private final List<Text> some;
  private final List<List<String>> words = new ArrayList<>();
  private final Set<String> candidates = new LinkedHashSet<>();
  private final Map<String, List<Query>> classes = new LinkedHashMap<>();
  private final Map<String, List<Known>> known = new LinkedHashMap<>();

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
    look();
  }

  /** So many queries of each class. */
  Map<String, List<Query>> classes() {
    return classes;
  }

  Map<String, List<Known>> known() {
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

  private static List<String> words(String text) {
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

  private void look() {
    List<Known> fragments = new ArrayList<>();
    List<Known> titles = new ArrayList<>();
    List<Known> mixed = new ArrayList<>();
    List<Known> discriminative = new ArrayList<>();
    for (int i = 0; i < some.size() && titles.size() < KNOWN; i++) {
      Text text = some.get(i);
      List<String> ofTitle = telling(words(text.title()));
      List<String> ofBody =
          telling(words.get(i)).stream()
              .filter(word -> !text.title().contains(word) && text.times(word) > 1)
              .toList();
      if (ofTitle.size() < 2 || ofBody.isEmpty()) {
        continue;
      }
      fragments.add(known(text, List.of(fragment(text.title()))));
      titles.add(known(text, ofTitle.subList(0, 2)));
      mixed.add(known(text, List.of(ofTitle.get(0), one(ofBody))));
      discriminative.add(known(text, List.of(rather(ofTitle), rather(ofBody))));
    }
    known.put(TITLE_FRAGMENT, fragments);
    known.put(TITLE_WORDS, titles);
    known.put(TITLE_AND_BODY, mixed);
    known.put(TELLING_TITLE_AND_BODY, discriminative);
    for (String name : List.of(TITLE_WORDS, TITLE_AND_BODY)) {
      classes.put(name, known.get(name).stream().map(Known::query).limit(OF_CLASS).toList());
    }
  }

  private static Known known(Text text, List<String> terms) {
    return new Known(new Query(List.copyOf(terms)), text.id());
  }

  /** Of two characters and more, each once, in another order. */
  private List<String> telling(List<String> from) {
    List<String> telling =
        new ArrayList<>(from.stream().filter(word -> word.length() > 1).distinct().toList());
    Collections.shuffle(telling, random);
    return telling;
  }

  /** Four to six characters in a row; no part of a title has as few without punctuation. */
  private String fragment(String title) {
    int length = 4 + random.nextInt(3);
    for (int tries = 0; tries < 50; tries++) {
      int from = random.nextInt(title.length() - length);
      String part = title.substring(from, from + length);
      if (part.codePoints().allMatch(Character::isLetterOrDigit)) {
        return part;
      }
    }
    return title;
  }

  /**
   * One by chance, the more probable the fewer texts have it: discriminative selection of Azzopardi,
   * de Rijke, Balog, Building simulated queries for known-item topics, SIGIR 2007.
   */
  private String rather(List<String> of) {
    // Words of three characters are not counted.
    List<String> counted = of.stream().filter(word -> counts.of(word) > 0).toList();
    double left =
        chances.nextDouble() * counted.stream().mapToDouble(word -> 1.0 / counts.of(word)).sum();
    for (String word : counted) {
      left -= 1.0 / counts.of(word);
      if (left < 0) {
        return word;
      }
    }
    return of.get(0);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
