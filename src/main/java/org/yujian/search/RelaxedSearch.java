package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yujian.feed.ArticleService;
import org.yujian.feed.ArticleSummary;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexHits;
import org.yujian.search.index.IndexHits.Hit;
import org.yujian.search.index.IndexQuery;
import org.yujian.search.index.IndexQuery.Place;
import org.yujian.search.question.RelaxedQuery;
import org.yujian.search.question.RelaxedQuestion;
import org.yujian.shared.page.Cursor;
import org.yujian.shared.page.Direction;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.settings.Settings;

/**
 * Searching as people type: where the exact hits do not fill the first page, articles follow that
 * have most of the question's words.
 */
@ApplicationScoped
class RelaxedSearch {

  /** Says in a cursor that its page is one of the loose condition. */
  private static final List<Long> LOOSE = List.of(0L);

  /** Says in a cursor that its page has hits of synonyms only. */
  private static final List<Long> SYNONYMS_ONLY = List.of(1L);

  private final PinyinSearch exact;
  private final SearchService service;
  private final CurrentIndex current;
  private final ArticleSearch single;
  private final ArticleService articles;
  private final SearchSnapshot snapshot;
  private final boolean enabled;

  RelaxedSearch(
      PinyinSearch exact,
      SearchService service,
      CurrentIndex current,
      ArticleSearch single,
      ArticleService articles,
      SearchSnapshot snapshot,
      Settings settings) {
    this.exact = exact;
    this.service = service;
    this.current = current;
    this.single = single;
    this.articles = articles;
    this.snapshot = snapshot;
    this.enabled = settings.search().relaxed();
  }

  /**
   * @param before items of the page that stand before the relaxed ones
   * @param without exact hits
   * @param key place of the last relaxed hit of the page before; null on the first page
   * @param top feed order below which all pages look
   */
  private record Wanted(
      Question question,
      RelaxedQuestion relaxed,
      List<SearchItem> before,
      Set<UUID> without,
      PageKey.Ranked key,
      long top,
      int rows) {}

  /** How hits were found: with these weights, and by which condition. */
  private record Answer(IndexHits hits, List<Integer> weights, List<Long> condition) {}

  /**
   * A page of what fits exactly and then of what fits mostly.
   *
   * @param match {@link SearchMatch#EXACT} for exact hits only
   * @param synonyms from {@code SynonymDictionary}
   * @throws org.yujian.shared.problem.Problem {@code invalid-parameter}, {@code invalid-cursor} or
   *     {@code search-unavailable}
   */
  @Transactional
  public SearchPage page(
      Question question,
      SearchMatch match,
      Integer limit,
      String cursor,
      Function<String, List<String>> synonyms) {
    snapshot.begin();
    boolean relax = enabled && match != SearchMatch.EXACT && question.ofArticles();
    if (relax && cursor != null) {
      Optional<RelaxedQuestion> whole = RelaxedQuestion.of(question.texts(), synonyms);
      Optional<PageRequest> later =
          whole.flatMap(
              one ->
                  PageRequest.ifFits(limit, cursor, filters(question, one), PageKey.Ranked.class));
      if (later.isPresent()) {
        return later(question, whole.get(), later.get());
      }
    }
    SearchPage page = exact.page(question, limit, cursor);
    boolean full = page.next() != null || cursor != null;
    return relax && !full ? relaxed(question, limit, page, synonyms) : page;
  }

  /** A cursor continues only with the synonyms that its first page had. */
  private static String filters(Question question, RelaxedQuestion relaxed) {
    String synonyms = relaxed.synonyms().isEmpty() ? "" : relaxed.synonyms() + " ";
    return SearchMatch.RELAXED + " " + synonyms + question.filters();
  }

  private SearchPage relaxed(
      Question question, Integer limit, SearchPage page, Function<String, List<String>> synonyms) {
    int most = PageRequest.of(limit, null, question.filters(), PageKey.Ranked.class).limit();
    Set<UUID> found =
        page.items().stream()
            .map(SearchItem::article)
            .filter(Objects::nonNull)
            .map(ArticleSummary::id)
            .collect(Collectors.toSet());
    // What was searched instead of the question is an answer of its own.
    boolean enough = found.size() >= most || page.instead() != null && !found.isEmpty();
    return enough
        ? page
        : RelaxedQuestion.of(question.texts(), synonyms)
            .flatMap(
                relaxed ->
                    found.isEmpty() || !relaxed.isWord()
                        ? Optional.of(relaxed)
                        : relaxed.synonymsOnly())
            .map(
                relaxed ->
                    new Wanted(
                        question,
                        relaxed,
                        page.items(),
                        found,
                        null,
                        single.top(),
                        most - found.size()))
            .map(wanted -> page(wanted, answer(wanted), page))
            .orElse(page);
  }

  private SearchPage later(Question question, RelaxedQuestion whole, PageRequest request) {
    PageKey.Ranked key = (PageKey.Ranked) request.key();
    RelaxedQuestion relaxed =
        key.basis().floors().equals(SYNONYMS_ONLY)
            ? whole.synonymsOnly().orElseThrow(ProblemCode.INVALID_CURSOR::problem)
            : whole;
    Set<UUID> found = service.first(question, key.top());
    Wanted wanted =
        new Wanted(question, relaxed, List.of(), found, key, key.top(), request.limit());
    SearchPage none =
        new SearchPage(question.texts(), List.of(), null, null, articles.included(List.of()));
    return page(wanted, answer(wanted), none);
  }

  private Answer answer(Wanted wanted) {
    return current.search(engine -> ask(engine, wanted));
  }

  private Answer ask(IndexGeneration index, Wanted wanted) {
    List<Integer> weights = weights(index, wanted);
    RelaxedQuery query;
    try {
      query = wanted.relaxed().query(weights);
    } catch (IllegalArgumentException damaged) {
      throw ProblemCode.INVALID_CURSOR.problem().causedBy(damaged);
    }
    if (wanted.key() != null) {
      List<Long> condition = wanted.key().basis().floors();
      boolean loose = condition.equals(LOOSE);
      return new Answer(search(index, wanted, query, loose), weights, condition);
    }
    IndexHits hits = search(index, wanted, query, false);
    boolean weaker = !query.loose().equals(query.must());
    boolean loose = weaker && hits.total() == 0 && wanted.without().isEmpty();
    return loose
        ? new Answer(search(index, wanted, query, true), weights, LOOSE)
        : new Answer(hits, weights, wanted.relaxed().isSynonymsOnly() ? SYNONYMS_ONLY : List.of());
  }

  private static List<Integer> weights(IndexGeneration index, Wanted wanted) {
    if (wanted.key() != null) {
      return wanted.key().basis().weights().stream().map(Double::intValue).toList();
    }
    RelaxedQuestion relaxed = wanted.relaxed();
    List<Integer> weights = relaxed.weights(index.frequencies(relaxed.probes()), index.size());
    return wanted.without().isEmpty() ? weights : relaxed.exactly(weights);
  }

  private IndexHits search(
      IndexGeneration index, Wanted wanted, RelaxedQuery query, boolean loose) {
    PageKey.Ranked key = wanted.key();
    return index.search(
        new IndexQuery(
            service.scope(wanted.question()).below(wanted.top()),
            loose ? query.loose() : query.must(),
            query.ranking(),
            wanted.without(),
            key == null ? null : new Place((int) key.score(), key.order()),
            wanted.rows() + 1,
            SearchTotal.MOST + 1));
  }

  private SearchPage page(Wanted wanted, Answer answer, SearchPage page) {
    List<Hit> hits = answer.hits().hits();
    List<Hit> shown = hits.subList(0, Math.min(wanted.rows(), hits.size()));
    List<ArticleSummary> rows = articles.inOrder(shown.stream().map(Hit::id).toList());
    List<ArticleSummary> all = new ArrayList<>();
    wanted.before().stream().map(SearchItem::article).filter(Objects::nonNull).forEach(all::add);
    all.addAll(rows);
    List<SearchItem> items = new ArrayList<>(wanted.before());
    items.addAll(service.relaxed(rows, wanted.relaxed().highlights()));
    SearchTotal total = wanted.key() == null ? page.total().plus(answer.hits().total()) : null;
    String next = hits.size() > shown.size() ? next(wanted, answer, shown) : null;
    return new SearchPage(page.terms(), items, next, total, articles.included(all))
        .with(page.instead())
        .with(shown.isEmpty() ? Map.of() : wanted.relaxed().synonyms());
  }

  private static String next(Wanted wanted, Answer answer, List<Hit> shown) {
    Hit last = shown.get(shown.size() - 1);
    List<Double> weights = answer.weights().stream().map(Integer::doubleValue).toList();
    PageKey.Ranked key =
        new PageKey.Ranked(
            Found.RELAXED,
            last.score(),
            last.feedOrder(),
            wanted.top(),
            new PageKey.Basis(answer.condition(), weights));
    return new Cursor(Direction.DOWN, key).encode(filters(wanted.question(), wanted.relaxed()));
  }
}
