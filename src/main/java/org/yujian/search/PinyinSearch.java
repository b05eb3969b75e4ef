package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yujian.change.ChangedThing;
import org.yujian.search.text.Pinyin;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.problem.ProblemCode;

/**
 * Searching with a second try: Latin letters that no text has are taken for pinyin. Accounts and
 * tags whose handle or slug they are stay before what that finds. A cursor of such a page is one of
 * the search that was done, and goes on only with it; so later pages know it by their cursor,
 * whatever was published meanwhile.
 */
@ApplicationScoped
class PinyinSearch {

  /** As many words are tried. */
  private static final int TRIES = 3;

  /** Of several terms' words so many choices are tried for a cursor. */
  private static final int MIXED = 1_000;

  /** Of more terms none is replaced. */
  private static final int TERMS = 4;

  @Inject SearchService articles;
  @Inject NameSearch names;
  @Inject SuggestService suggestions;
  @Inject SearchSnapshot snapshot;

  /**
   * A page, of what the question names or of what was searched instead.
   *
   * @throws org.yujian.shared.problem.Problem {@code invalid-parameter} or {@code invalid-cursor}
   */
  @Transactional
  public SearchPage page(Question question, Integer limit, String cursor) {
    snapshot.begin();
    Class<? extends PageKey> kind = kind(question);
    if (mayBePinyin(question) && cursor != null) {
      return later(question, limit, cursor);
    }
    SearchPage page = find(question, PageRequest.of(limit, cursor, question.filters(), kind));
    return !mayBePinyin(question) || found(question, page) ? page : instead(question, limit, page);
  }

  /** Names before the articles do not count: a slug is no text that has the word. */
  private static boolean found(Question question, SearchPage page) {
    return page.items().stream()
        .anyMatch(item -> question.type() != null || item.article() != null);
  }

  private SearchPage later(Question question, Integer limit, String cursor) {
    return later(question, question, limit, cursor)
        .or(() -> other(question, replaced(question), limit, cursor))
        .or(() -> other(question, mixed(question), limit, cursor))
        .orElseThrow(ProblemCode.INVALID_CURSOR::problem);
  }

  private Optional<SearchPage> other(
      Question question, List<Question> others, Integer limit, String cursor) {
    return others.stream()
        .flatMap(other -> later(question, other, limit, cursor).stream())
        .findFirst();
  }

  /** A page of the search whose cursor this is; empty if it is of another one. */
  private Optional<SearchPage> later(
      Question question, Question searched, Integer limit, String cursor) {
    return PageRequest.ifFits(limit, cursor, searched.filters(), kind(question))
        .map(page -> find(searched, page))
        .map(page -> searched == question ? page : page.with(instead(searched)));
  }

  private SearchPage instead(Question question, Integer limit, SearchPage nothing) {
    SearchPage names = nothing;
    for (Question other : replaced(question).stream().limit(TRIES).toList()) {
      SearchPage page = find(other, PageRequest.of(limit, null, other.filters(), kind(question)));
      SearchPage all = page.behind(nothing.items()).with(instead(other));
      if (found(question, page)) {
        return all;
      }
      if (names.items().isEmpty() && !page.items().isEmpty()) {
        names = all;
      }
    }
    return names;
  }

  private static Instead instead(Question other) {
    return Instead.pinyin(String.join(" ", other.texts()));
  }

  private static boolean mayBePinyin(Question question) {
    return question.terms().size() <= TERMS
        && question.texts().stream().anyMatch(Pinyin::isLatinQuery);
  }

  private List<Question> replaced(Question question) {
    List<String> texts = question.texts();
    List<Question> all = new ArrayList<>();
    if (texts.stream().allMatch(Pinyin::isLatinQuery)) {
      suggestions
          .replacements(String.join(" ", texts))
          .forEach(text -> all.add(question.with(List.of(Term.of(text)))));
    }
    if (texts.size() > 1) {
      all.add(question.with(question.terms().stream().map(this::best).toList()));
    }
    return all;
  }

  /** Of several terms any may have been replaced, by any of its words. */
  private List<Question> mixed(Question question) {
    List<List<Term>> all = List.of(List.of());
    for (Term term : question.terms()) {
      List<Term> choices = new ArrayList<>(List.of(term));
      if (Pinyin.isLatinQuery(term.text())) {
        suggestions.replacements(term.text()).stream().map(Term::of).forEach(choices::add);
      }
      all =
          all.stream()
              .flatMap(
                  before ->
                      choices.stream()
                          .map(next -> Stream.concat(before.stream(), Stream.of(next)).toList()))
              .limit(MIXED)
              .toList();
    }
    return all.stream().map(question::with).toList();
  }

  /** A term as it is when it stands anywhere or is no pinyin. */
  private Term best(Term term) {
    if (!Pinyin.isLatinQuery(term.text()) || articles.exists(term)) {
      return term;
    }
    return suggestions.replacements(term.text()).stream().findFirst().map(Term::of).orElse(term);
  }

  private SearchPage find(Question question, PageRequest page) {
    if (question.type() == null || question.type() == SearchType.ARTICLES) {
      return articles.articles(question, page);
    }
    return names.page(question, thing(question), page);
  }

  private static ChangedThing thing(Question question) {
    return question.type() == SearchType.TAGS ? ChangedThing.TAG : ChangedThing.ACCOUNT;
  }

  private static Class<? extends PageKey> kind(Question question) {
    boolean ofNames = question.type() == SearchType.TAGS || question.type() == SearchType.ACCOUNTS;
    return ofNames ? PageKey.Named.class : PageKey.Ranked.class;
  }
}
