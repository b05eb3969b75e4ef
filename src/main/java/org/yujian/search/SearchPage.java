package org.yujian.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.edition.Included;
import org.yujian.shared.page.Linked;

/**
 * A page of what was found.
 *
 * @param terms what was looked for, folded: simplified, lower case, one width
 * @param total on the first page
 * @param instead what was searched in place of the question, on all pages
 */
@Schema(name = "SearchPage")
public record SearchPage(
    @NotNull List<String> terms,
    @NotNull List<SearchItem> items,
    String next,
    SearchTotal total,
    Included included,
    Instead instead)
    implements Linked {

  SearchPage(
      List<String> terms,
      List<SearchItem> items,
      String next,
      SearchTotal total,
      Included included) {
    this(terms, items, next, total, included, null);
  }

  SearchPage with(Instead other) {
    return new SearchPage(terms, items, next, total, included, other);
  }

  /** Pages of a search go one way. */
  @Override
  @JsonIgnore
  public String prev() {
    return null;
  }
}
