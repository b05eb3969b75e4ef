package bench;

import bench.SearchQueries.Query;
import bench.SearchTexts.Text;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yujian.search.question.DocumentTokens;
import org.yujian.search.question.WholeNumbers;
import org.yujian.search.text.Folding;

/**
 * What must be found and in which order, without any index: every text is looked through for every
 * query, and the rules of the order (package org.yujian.search) are written here once more.
 */
final class SearchJudge {
  private static final int ACCOUNTS = 1_000;
  private static final int ALL_IN_TITLE = 1 << 20;

  /** The engine counts texts with a phrase up to here. */
  private static final int MOST_COUNTED = 10_000;

  private static final int LONGEST_REPEATED = 8;

  /**
   * How a term stands in an article.
   *
   * @param numbers whether the numbers at its ends stand alone: in the title, anywhere
   * @param times in head and body, overlapping ones too
   */
  private record Standing(
      boolean title, boolean text, Whole numbers, boolean named, int times) {}

  private record Whole(boolean inTitle, boolean anywhere) {}

  private record Hit(UUID id, long order, List<Standing> standings) {}

  private final Map<Query, List<Hit>> found = new LinkedHashMap<>();
  private final Map<String, Set<UUID>> accounts = new HashMap<>();
  private final Map<String, int[]> frequencies = new HashMap<>();
  private int articles;

  SearchJudge(Database database, SearchTexts texts, Collection<Query> queries)
      throws SQLException, IOException {
    List<List<String>> names =
        database.rows("select id, name from account where state = 'open' order by id");
    for (Query query : queries) {
      found.put(query, new ArrayList<>());
      if (query.terms().size() > 1) {
        for (String term : query.terms()) {
          accounts.put(term, named(names, term));
          frequencies.put(term, new int[2]);
        }
      }
    }
    texts.all(this::look);
  }

  private static Set<UUID> named(List<List<String>> names, String term) {
    Set<UUID> named = new LinkedHashSet<>();
    for (List<String> row : names) {
      if (named.size() < ACCOUNTS && Folding.fold(row.get(1)).contains(term)) {
        named.add(UUID.fromString(row.get(0)));
      }
    }
    return named;
  }

  private void look(Text text) {
    articles++;
    frequencies.forEach(
        (term, counts) -> {
          counts[0] += text.title().contains(term) ? 1 : 0;
          counts[1] += inText(text, term) ? 1 : 0;
        });
    for (Map.Entry<Query, List<Hit>> entry : found.entrySet()) {
      List<String> terms = entry.getKey().terms();
      boolean one = terms.size() == 1;
      if (terms.stream().allMatch(term -> text.has(term) || !one && ofAccount(text, term))) {
        List<Standing> standings = terms.stream().map(term -> standing(text, term)).toList();
        entry.getValue().add(new Hit(text.id(), text.order(), standings));
      }
    }
  }

  private static boolean inText(Text text, String term) {
    return text.body().contains(term) || text.headHas(term);
  }

  private boolean ofAccount(Text text, String term) {
    return accounts.getOrDefault(term, Set.of()).contains(text.account());
  }

  private Standing standing(Text text, String term) {
    boolean title = text.title().contains(term);
    boolean inText = inText(text, term);
    List<String> numbers = WholeNumbers.of(term);
    Whole whole = new Whole(title, title || inText);
    if (!numbers.isEmpty()) {
      boolean inTitle = title && words(text.title()).containsAll(numbers);
      String rest = String.join("\u0001", text.head()) + "\u0001" + text.body();
      whole = new Whole(inTitle, inTitle || inText && words(rest).containsAll(numbers));
    }
    return new Standing(title, inText, whole, ofAccount(text, term), times(text, term));
  }

  private static List<String> words(String folded) {
    return DocumentTokens.of(folded).words();
  }

  private static int times(Text text, String term) {
    int times = times(text.body(), term);
    for (String field : text.head()) {
      times += times(field, term);
    }
    return times;
  }

  private static int times(String in, String term) {
    int times = 0;
    for (int at = in.indexOf(term); at >= 0; at = in.indexOf(term, at + 1)) {
      times++;
    }
    return times;
  }

  /** All ids in their order. */
  List<UUID> answer(Query query) {
    List<String> terms = query.terms();
    Map<Hit, Integer> scores = new HashMap<>();
    found
        .get(query)
        .forEach(
            hit ->
                scores.put(
                    hit,
                    terms.size() == 1
                        ? score(terms.get(0), hit.standings().get(0))
                        : score(terms, hit.standings())));
    return found.get(query).stream()
        .sorted(
            Comparator.<Hit, Integer>comparing(scores::get)
                .thenComparing(Hit::order)
                .reversed())
        .map(Hit::id)
        .toList();
  }

  private static int score(String term, Standing in) {
    int title = in.title() ? 1 : 0;
    return WholeNumbers.of(term).isEmpty()
        ? title
        : title + (in.numbers().inTitle() ? 2 : 0) + (in.numbers().anywhere() ? 4 : 0);
  }

  private int score(List<String> terms, List<Standing> standings) {
    int score = 0;
    for (int i = 0; i < terms.size(); i++) {
      String term = terms.get(i);
      Standing in = standings.get(i);
      boolean number = !WholeNumbers.of(term).isEmpty();
      int parts =
          (in.title() ? 80 : 0)
              + (in.text() ? 5 : 0)
              + (number && in.numbers().anywhere() ? 40 : 0)
              + (in.named() ? 30 : 0)
              + (isCounted(term) ? repeated(in.times()) : 0);
      score += parts * weight(term);
    }
    boolean all = standings.stream().allMatch(in -> in.numbers().inTitle());
    return score + (all ? ALL_IN_TITLE : 0);
  }

  private static boolean isCounted(String term) {
    return length(term) > 1 && length(term) <= LONGEST_REPEATED;
  }

  private static int repeated(int times) {
    return (times >= 2 ? 2 : 0) + (times >= 4 ? 1 : 0) + (times >= 8 ? 1 : 0);
  }

  private static int length(String term) {
    return term.codePointCount(0, term.length());
  }

  private int weight(String term) {
    int[] counts = frequencies.get(term);
    int most = Math.max(1, Math.max(counts[0], counts[1]));
    int counted = length(term) > 2 ? Math.min(MOST_COUNTED, most) : most;
    return Math.max(1, (int) Math.round(4 * Math.log1p((double) articles / counted)));
  }
}
