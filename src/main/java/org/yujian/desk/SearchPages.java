package org.yujian.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.auth.Caller;
import org.yujian.editing.DeskHighlights;
import org.yujian.editing.DeskQuestion;
import org.yujian.editing.DeskSearch;
import org.yujian.editing.DeskSearchItem;
import org.yujian.editing.DeskSearchPage;
import org.yujian.edition.DeskArticle;
import org.yujian.search.DeskCopy;
import org.yujian.search.Highlight;
import org.yujian.search.Snippet;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Reads what the search page shows, within the caller's accounts. */
@ApplicationScoped
class SearchPages {

  static final String PATH = "/desk/search";

  /**
   * What the page shows.
   *
   * @param q what was typed; empty before a search
   * @param copy the copies that were searched; null for all
   * @param wordless whether there is nothing in {@code q} to search for
   * @param found null before a search
   */
  record View(String q, String copy, boolean wordless, List<Found> found, PageLinks links) {

    public boolean isSearched() {
      return found != null;
    }

    public List<String> copies() {
      return Arrays.stream(DeskCopy.values()).map(DeskCopy::toString).toList();
    }

    /** The query string of the same search in other copies; null for all. */
    public String query(String other) {
      return SearchPages.query(q, other);
    }

    public String queryOfAll() {
      return SearchPages.query(q, null);
    }
  }

  /** An article that was found. */
  record Found(DeskArticle article, String accountName, List<Copy> copies) {}

  /**
   * A copy with the words.
   *
   * @param kind {@code live}, {@code draft} or {@code withdrawn}
   * @param cut whether the snippet begins in the middle of its block
   * @param snippet null when the words are not in the body
   */
  record Copy(String kind, MarkedText title, boolean cut, MarkedText snippet) {}

  private final DeskSearch search;
  private final AccountService accounts;

  SearchPages(DeskSearch search, AccountService accounts) {
    this.search = search;
    this.accounts = accounts;
  }

  View read(String q, DeskCopy copy, String cursor, Caller caller) {
    String kind = copy == null ? null : copy.toString();
    if (q == null || q.isBlank()) {
      return new View("", kind, false, null, new PageLinks(null, null));
    }
    DeskQuestion question;
    try {
      question = DeskQuestion.of(q, null, copy);
    } catch (Problem bad) {
      if (bad.code() == ProblemCode.INVALID_PARAMETER) {
        return new View(q, kind, true, null, new PageLinks(null, null));
      }
      throw bad;
    }
    DeskSearchPage page = search.page(question, null, cursor, caller);
    Map<UUID, String> names =
        accounts.deskNames(
            page.items().stream().map(item -> item.article().accountId()).distinct().toList());
    List<Found> found =
        page.items().stream()
            .map(item -> found(item, names.get(item.article().accountId())))
            .toList();
    return new View(
        q, kind, false, found, PageLinks.of(PATH, parameters(q, kind), cursor, page.next()));
  }

  private static Found found(DeskSearchItem item, String account) {
    return new Found(
        item.article(),
        account,
        item.highlights().stream().map(places -> copy(places, item.article())).toList());
  }

  private static Copy copy(DeskHighlights places, DeskArticle article) {
    boolean draft = places.copy().equals(DeskCopy.DRAFT.toString());
    String title = draft ? article.draft().frontMatter().title() : article.title();
    Snippet snippet = places.snippet();
    return new Copy(
        places.copy(),
        MarkedText.of(title == null ? "" : title, 0, in(places, "title", null)),
        snippet != null && snippet.offset() > 0,
        snippet == null
            ? null
            : MarkedText.of(
                snippet.text(), snippet.offset(), in(places, "body", snippet.blockId())));
  }

  private static List<Highlight> in(DeskHighlights places, String field, String block) {
    return places.highlights().stream()
        .filter(place -> place.field().equals(field))
        .filter(place -> block == null || block.equals(place.blockId()))
        .toList();
  }

  private static Map<String, Object> parameters(String q, String copy) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("q", q);
    parameters.put("copy", copy);
    return parameters;
  }

  private static String query(String q, String copy) {
    return PageLinks.query(parameters(q, copy));
  }
}
