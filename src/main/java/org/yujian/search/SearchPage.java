package org.yujian.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.feed.Included;
import org.yujian.shared.page.Linked;

/**
 * A page of what was found.
 *
 * @param terms terms that were searched, folded: simplified, lower case, one width
 * @param items what was found, best first
 * @param next cursor of the next page; absent on the last page
 * @param total how many articles were found
 * @param included accounts and tags that the items refer to
 * @param instead words that were searched instead; absent when the query itself was
 * @param synonyms words of the query whose synonyms the relaxed items were searched by, too; absent
 *     without any
 */
@Schema(name = "SearchPage")
public record SearchPage(
    @NotNull List<String> terms,
    @NotNull List<SearchItem> items,
    String next,
    SearchTotal total,
    Included included,
    Instead instead,
    List<SynonymsUsed> synonyms)
    implements Linked {

  SearchPage(
      List<String> terms,
      List<SearchItem> items,
      String next,
      SearchTotal total,
      Included included) {
    this(terms, items, next, total, included, null, null);
  }

  SearchPage with(Instead other) {
    return new SearchPage(terms, items, next, total, included, other, synonyms);
  }

  /** The same page, whose relaxed items were searched by these synonyms, too. */
  SearchPage with(Map<String, List<String>> used) {
    if (used.isEmpty()) {
      return this;
    }
    List<SynonymsUsed> list = new ArrayList<>();
    used.forEach((term, words) -> list.add(new SynonymsUsed(term, words)));
    return new SearchPage(terms, items, next, total, included, instead, list);
  }

  /** The same with these names first, each once, and of each kind no more than ever. */
  SearchPage behind(List<SearchItem> first) {
    List<SearchItem> all = new ArrayList<>(first);
    for (SearchItem item : items) {
      boolean there = all.stream().anyMatch(other -> other.id().equals(item.id()));
      long ofKind = all.stream().filter(other -> other.type().equals(item.type())).count();
      if (!there && (item.article() != null || ofKind < NameSearch.BEFORE_ARTICLES)) {
        all.add(item);
      }
    }
    return new SearchPage(terms, all, next, total, included, instead, synonyms);
  }

  /** Pages of a search go one way. */
  @Override
  @JsonIgnore
  public String prev() {
    return null;
  }
}
