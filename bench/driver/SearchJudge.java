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
import java.util.function.Predicate;
import org.yujian.search.text.Folding;
import org.yujian.search.text.Grams;

/**
 * What must be found and in which order, without any index: every text is looked through for every
 * query, and the rules of the order (package org.yujian.search) are written here once more. How
 * common grams are is the server's own count.
 */
final class SearchJudge {
  private static final int RANKED_BY_TITLE = 300;
  private static final int RANKED_ANYHOW = 100;
  private static final int ACCOUNTS = 100;
  private static final double RAREST = 1e-6;

  private record Standing(boolean title, boolean head, int times) {}

  private static final List<Standing> IN_TITLE = List.of(new Standing(true, false, 0));
  private static final List<Standing> ELSEWHERE = List.of(new Standing(false, false, 0));

  private record Hit(UUID id, long order, List<Standing> standings) {
    boolean allInTitle() {
      return standings.stream().allMatch(Standing::title);
    }

    boolean anyInTitle() {
      return standings.stream().anyMatch(Standing::title);
    }
  }

  private static final Comparator<Hit> NEWEST = Comparator.comparingLong(Hit::order).reversed();

  private final Map<Query, List<Hit>> found = new LinkedHashMap<>();
  private final Map<String, Set<UUID>> accounts = new HashMap<>();
  private final Map<Integer, Double> shares = new HashMap<>();

  SearchJudge(Database database, SearchTexts texts, Collection<Query> queries)
      throws SQLException, IOException {
    for (List<String> row : database.rows("select gram, in_all from gram_share")) {
      shares.put(Integer.parseInt(row.get(0)), (double) Float.parseFloat(row.get(1)));
    }
    List<List<String>> names =
        database.rows("select id, name from account where state = 'open' order by id");
    for (Query query : queries) {
      found.put(query, new ArrayList<>());
      if (query.terms().size() > 1) {
        query.terms().forEach(term -> accounts.put(term, named(names, term)));
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
    for (Map.Entry<Query, List<Hit>> entry : found.entrySet()) {
      List<String> terms = entry.getKey().terms();
      boolean one = terms.size() == 1;
      if (terms.stream().allMatch(term -> text.has(term) || !one && ofAccount(text, term))) {
        entry.getValue().add(hit(text, terms, one));
      }
    }
  }

  private boolean ofAccount(Text text, String term) {
    return accounts.get(term).contains(text.account());
  }

  private Hit hit(Text text, List<String> terms, boolean one) {
    if (one) {
      boolean title = text.title().contains(terms.get(0));
      return new Hit(text.id(), text.order(), title ? IN_TITLE : ELSEWHERE);
    }
    List<Standing> standings = new ArrayList<>();
    for (String term : terms) {
      boolean head = text.headHas(term) || ofAccount(text, term);
      standings.add(new Standing(text.title().contains(term), head, text.times(term)));
    }
    return new Hit(text.id(), text.order(), standings);
  }

  /** All ids in their order. */
  List<UUID> answer(Query query) {
    List<Hit> hits = found.get(query).stream().sorted(NEWEST).toList();
    List<Hit> first = new ArrayList<>();
    if (query.terms().size() == 1) {
      first.addAll(hits.stream().filter(Hit::allInTitle).toList());
    } else {
      first.addAll(window(hits));
      Map<Hit, Double> scores = new HashMap<>();
      first.forEach(hit -> scores.put(hit, score(hit, query.terms())));
      first.sort(
          Comparator.<Hit, Double>comparing(scores::get).reversed().thenComparing(NEWEST));
    }
    Set<UUID> ids = new LinkedHashSet<>(first.stream().map(Hit::id).toList());
    hits.forEach(hit -> ids.add(hit.id()));
    return List.copyOf(ids);
  }

  private static Set<Hit> window(List<Hit> newest) {
    Set<Hit> window = new LinkedHashSet<>(some(newest, Hit::allInTitle, RANKED_BY_TITLE));
    window.addAll(some(newest, Hit::anyInTitle, RANKED_BY_TITLE));
    window.addAll(some(newest, hit -> true, RANKED_ANYHOW));
    return window;
  }

  private static List<Hit> some(List<Hit> of, Predicate<Hit> which, int most) {
    return of.stream().filter(which).limit(most).toList();
  }

  private double score(Hit hit, List<String> terms) {
    double score = 0;
    for (int i = 0; i < terms.size(); i++) {
      Standing in = hit.standings().get(i);
      score +=
          Math.log1p(1 / Math.max(RAREST, share(terms.get(i))))
              * ((in.title() ? 8 : 0) + (in.head() ? 3 : 0) + in.times() / (in.times() + 1.2));
    }
    return score + (hit.allInTitle() ? 1_000 : 0);
  }

  private double share(String term) {
    double least = 1;
    for (int gram : Grams.ofTerm(term)) {
      least = Math.min(least, shares.getOrDefault(gram, 0.0));
    }
    return least;
  }
}
