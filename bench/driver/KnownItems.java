package bench;

import bench.SearchQueries.Query;
import bench.SearchTexts.Text;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * What somebody types who looks for one known article, and how near to it any order of the answers
 * could come: two words that a hundred articles share do not say which of them was meant.
 */
final class KnownItems {
  static final String TITLE_FRAGMENT = "title fragment";
  static final String TITLE_WORDS = "two title words";
  static final String TITLE_AND_BODY = "title word + body word";
  static final String TELLING_TITLE_AND_BODY = TITLE_AND_BODY + ", telling";

  private static final int MOST = 100;

  /** A query by which one article is looked for. */
  record Known(Query query, UUID article) {}

  /** The words of an article of which queries are made: of two characters and more, each once. */
  private record Words(List<String> title, List<String> body) {}

  private final Random random;

  /** Their own, so that what is chosen otherwise stays what it was. */
  private final Random chances = new Random(7);

  private final TextCounts counts;
  private final Map<String, List<Known>> known = new LinkedHashMap<>();

  /**
   * @param words of each text, with those of its title
   */
  KnownItems(List<Text> texts, List<List<String>> words, TextCounts counts, Random random) {
    this.counts = counts;
    this.random = random;
    List.of(TITLE_FRAGMENT, TITLE_WORDS, TITLE_AND_BODY, TELLING_TITLE_AND_BODY)
        .forEach(kind -> known.put(kind, new ArrayList<>()));
    for (int i = 0; i < texts.size() && known.get(TITLE_WORDS).size() < MOST; i++) {
      look(texts.get(i), words.get(i));
    }
  }

  Map<String, List<Known>> queries() {
    return known;
  }

  private void look(Text text, List<String> all) {
    Words words = words(text, all, random);
    if (words.title().size() < 2 || words.body().isEmpty()) {
      return;
    }
    String first = words.title().get(0);
    know(TITLE_FRAGMENT, text, List.of(fragment(text.title())));
    know(TITLE_WORDS, text, List.of(first, words.title().get(1)));
    String ofBody = words.body().get(random.nextInt(words.body().size()));
    know(TITLE_AND_BODY, text, List.of(first, ofBody));
    know(TELLING_TITLE_AND_BODY, text, List.of(rather(words.title()), rather(words.body())));
  }

  private void know(String kind, Text text, List<String> terms) {
    known.get(kind).add(new Known(new Query(terms), text.id()));
  }

  private static Words words(Text text, List<String> all, Random order) {
    List<String> title = telling(SearchQueries.words(text.title()), order);
    List<String> body =
        telling(all, order).stream()
            .filter(word -> !text.title().contains(word) && text.times(word) > 1)
            .toList();
    return new Words(title, body);
  }

  /** Of two characters and more, each once, in another order. */
  private static List<String> telling(List<String> from, Random order) {
    List<String> telling =
        new ArrayList<>(from.stream().filter(word -> word.length() > 1).distinct().toList());
    Collections.shuffle(telling, order);
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
    List<String> counted = counted(of);
    double left = chances.nextDouble() * weight(counted);
    for (String word : counted) {
      left -= 1.0 / counts.of(word);
      if (left < 0) {
        return word;
      }
    }
    return of.get(0);
  }

  /** Words of three characters are not counted. */
  private List<String> counted(List<String> words) {
    return words.stream().filter(word -> counts.of(word) > 0).toList();
  }

  private double weight(List<String> words) {
    return words.stream().mapToDouble(word -> 1.0 / counts.of(word)).sum();
  }

  /**
   * The mean reciprocal rank that the best of all orders can expect, by kind: most probable articles
   * first, as somebody would sort who knows how the queries are made, but not which word was taken
   * from the title. Each article of the corpus is as likely to be looked for as any other. Not for
   * telling words: how rare all words of all articles are is not counted.
   *
   * @param rows only the first so many count
   */
  Map<String, Double> best(SearchTexts texts, int rows) throws SQLException, IOException {
    Map<String, List<List<Double>>> likely = new LinkedHashMap<>();
    for (String kind : List.of(TITLE_WORDS, TITLE_AND_BODY)) {
      likely.put(kind, known.get(kind).stream().<List<Double>>map(it -> new ArrayList<>()).toList());
    }
    texts.all(text -> weigh(text, likely));
    Map<String, Double> best = new LinkedHashMap<>();
    likely.forEach(
        (kind, all) ->
            best.put(
                kind,
                all.stream()
                    .filter(one -> !one.isEmpty())
                    .mapToDouble(one -> expected(one, rows))
                    .average()
                    .orElse(0)));
    return best;
  }

  private void weigh(Text text, Map<String, List<List<Double>>> likely) {
    Words words = null;
    for (Map.Entry<String, List<List<Double>>> kind : likely.entrySet()) {
      for (int i = 0; i < kind.getValue().size(); i++) {
        List<String> terms = known.get(kind.getKey()).get(i).query().terms();
        if (terms.stream().anyMatch(text.title()::contains) && terms.stream().allMatch(text::has)) {
          words = words == null ? wordsOf(text) : words;
          double weight = likelihood(kind.getKey(), words, terms);
          if (weight > 0) {
            kind.getValue().get(i).add(weight);
          }
        }
      }
    }
  }

  private static Words wordsOf(Text text) {
    List<String> all = SearchQueries.words(text.body());
    all.addAll(SearchQueries.words(text.title()));
    return words(text, all, new Random(0));
  }

  /** How probable it is that a search for this article is made of these two terms, in any order. */
  private static double likelihood(String kind, Words words, List<String> terms) {
    String one = terms.get(0);
    String other = terms.get(1);
    if (words.title().size() < 2 || words.body().isEmpty()) {
      // Nobody looks for it.
      return 0;
    }
    if (kind.equals(TITLE_WORDS)) {
      int size = words.title().size();
      return words.title().contains(one) && words.title().contains(other)
          ? 2.0 / (size * (size - 1.0))
          : 0;
    }
    return chance(words.title(), one) * chance(words.body(), other)
        + chance(words.title(), other) * chance(words.body(), one);
  }

  private static double chance(List<String> of, String word) {
    return of.contains(word) ? 1.0 / of.size() : 0;
  }

  private static double expected(List<Double> weights, int rows) {
    double sum = weights.stream().mapToDouble(weight -> weight).sum();
    List<Double> sorted = weights.stream().sorted(Comparator.reverseOrder()).limit(rows).toList();
    double expected = 0;
    for (int i = 0; i < sorted.size(); i++) {
      expected += sorted.get(i) / sum / (i + 1);
    }
    return expected;
  }
}
