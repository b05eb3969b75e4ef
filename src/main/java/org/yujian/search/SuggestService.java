package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yujian.cache.Dependencies;
import org.yujian.change.ChangedThing;
import org.yujian.change.Scope;
import org.yujian.search.SuggestionRepository.Row;
import org.yujian.search.Typed.Part;
import org.yujian.search.text.Folding;
import org.yujian.search.text.Pinyin;

/**
 * What typed text may become: accounts and tags, titles and their parts, words of the texts. Two
 * statements, however much there is.
 */
@ApplicationScoped
class SuggestService {

  static final int MAX_LIMIT = 20;

  /** Words of the texts have at least so many places behind titles. */
  private static final int WORDS = 3;

  @Inject SuggestionRepository repository;
  @Inject WordSearch words;
  @Inject Dependencies dependencies;
  @Inject SearchSnapshot snapshot;

  /**
   * @param q what {@link Question#requireText} accepts
   */
  @Transactional
  public Suggestions suggest(String q, int limit) {
    snapshot.begin();
    Typed typed = Typed.of(q);
    if (typed.plain().isEmpty()) {
      return new Suggestions(q, List.of(), null);
    }
    Looked looked = look(q, typed);
    List<Suggestion> names = new ArrayList<>();
    Map<String, Suggestion> titles = new LinkedHashMap<>();
    for (Row row : looked.rows) {
      Optional<Part> part = typed.in(row.folded(), row.place());
      if (row.term() && part.isPresent()) {
        titles.put(row.folded(), suggestion(row, part));
      } else if (!row.term() && (part.isPresent() || !typed.mixed())) {
        names.add(suggestion(row, part));
      }
    }
    List<Suggestion> items = together(names, titles, words(looked, typed), limit);
    return new Suggestions(q, items, instead(q, typed, looked, items));
  }

  /** What was found in the index, before anybody chooses. */
  private record Looked(List<Row> rows, List<String> words) {}

  private Looked look(String q, Typed typed) {
    dependencies.on(Scope.all(ChangedThing.ARTICLE));
    dependencies.on(Scope.all(ChangedThing.ACCOUNT));
    dependencies.on(Scope.all(ChangedThing.TAG));
    List<Row> rows = repository.find(typed, MAX_LIMIT);
    String folded = Folding.fold(q).strip();
    if (Pinyin.isLatinQuery(folded)) {
      return new Looked(rows, words.spelled(folded));
    }
    return new Looked(rows, typed.literal() ? words.continued(typed.plain()) : List.of());
  }

  private static Map<String, Suggestion> words(Looked looked, Typed typed) {
    Map<String, Suggestion> words = new LinkedHashMap<>();
    for (String word : looked.words) {
      Optional<Part> part = typed.in(word, 0);
      words.put(word, new Suggestion(word, "term", null, null, highlights(word, part)));
    }
    return words;
  }

  /** Names have half of the places and words a few, when there are as many; titles the rest. */
  private static List<Suggestion> together(
      List<Suggestion> names,
      Map<String, Suggestion> titles,
      Map<String, Suggestion> words,
      int limit) {
    words.keySet().removeAll(titles.keySet());
    int free = limit - titles.size() - words.size();
    int ofNames = Math.min(names.size(), Math.max((limit + 1) / 2, free));
    int room = limit - ofNames;
    int ofWords = Math.max(Math.min(WORDS, room / 2), room - titles.size());
    List<Suggestion> all = new ArrayList<>(names.subList(0, ofNames));
    titles.values().stream().limit(room - Math.min(ofWords, words.size())).forEach(all::add);
    words.values().stream().limit(limit - all.size()).forEach(all::add);
    return all;
  }

  private static Suggestion suggestion(Row row, Optional<Part> part) {
    return new Suggestion(
        row.text(),
        row.kind(),
        row.kind().equals("account") ? row.thing() : null,
        row.slug(),
        highlights(row.text(), part));
  }

  private static List<Highlight> highlights(String text, Optional<Part> part) {
    return part.map(p -> new Highlights(List.of(Term.of(p.text()))).in("text", null, text).list())
        .filter(list -> !list.isEmpty())
        .orElse(null);
  }

  private static Instead instead(String q, Typed typed, Looked looked, List<Suggestion> items) {
    boolean asTyped =
        items.stream()
            .anyMatch(i -> SuggestionKeys.plain(Folding.fold(i.text())).contains(typed.plain()));
    if (asTyped || !Pinyin.isLatinQuery(Folding.fold(q).strip())) {
      return null;
    }
    return replacements(typed, looked).stream().findFirst().map(Instead::pinyin).orElse(null);
  }

  /**
   * What to search in place of Latin letters: words that are read so, in most articles first, then
   * what names and titles begin with.
   */
  @Transactional
  public List<String> replacements(String latin) {
    snapshot.begin();
    Typed typed = Typed.of(latin);
    return replacements(typed, look(latin, typed));
  }

  private static List<String> replacements(Typed typed, Looked looked) {
    Set<String> all = new LinkedHashSet<>(looked.words);
    for (Row row : looked.rows) {
      typed
          .in(row.folded(), row.place())
          .filter(Part::whole)
          .map(Part::text)
          .filter(text -> !text.equals(typed.plain()))
          .ifPresent(all::add);
    }
    return List.copyOf(all);
  }
}
