package org.yujian.editing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.yujian.search.DeskCopy;
import org.yujian.search.SearchRepository;
import org.yujian.search.Term;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;

/** Search queries over live copies, drafts and withdrawn articles; called by {@link DeskSearch}. */
@ApplicationScoped
class DeskSearchRepository {

  DeskSearchRepository(Sql sql) {
    this.sql = sql;
  }

  private static final String COPIES =
      """
      select c.article_id, string_agg(c.copy, ',' order by c.copy desc) from (
        select article_id, 'live' as copy, account_id, all_f, g from article_search
        union all
        select article_id, copy, account_id, all_f, g from desk_search) c
      """;

  private final Sql sql;

  record Copies(UUID id, List<DeskCopy> copies) {
    PageKey key() {
      return PageKey.latest(id);
    }
  }

  /** Id of the last article within the window; null if fewer articles remain. */
  private static final String EDGE =
      """
      select %1$s((select article_id from article_search %2$s order by article_id %3$s
          offset :window limit 1),
        (select article_id from desk_search %2$s order by article_id %3$s
          offset :window limit 1))
      """;

  /** A page of matches plus one row, newest first; null accounts or copy means all. */
  List<Copies> page(List<Term> terms, Collection<UUID> accounts, DeskCopy copy, PageRequest page) {
    KeysetQuery<Copies> query = query(accounts, copy);
    SearchRepository.require(query, "c", terms);
    return query.latestFirst("c.article_id", page);
  }

  /**
   * Matches among the next {@code window} articles: a full page if the terms are common. Compares
   * the texts, because the term index would return every article with the terms.
   */
  List<Copies> beginning(
      List<Term> terms, Collection<UUID> accounts, DeskCopy copy, PageRequest page, int window) {
    KeysetQuery<Copies> query = query(accounts, copy);
    SearchRepository.requireText(query, "c", terms);
    query.and(
        page.upward() ? "c.article_id <= :edge" : "c.article_id >= :edge",
        "edge",
        edge(page, window));
    return query.latestFirst("c.article_id", page);
  }

  private KeysetQuery<Copies> query(Collection<UUID> accounts, DeskCopy copy) {
    return new KeysetQuery<>(
            sql.query(COPIES, row -> new Copies(row.uuid(1), DeskCopy.list(row.text(2))))
                .timeoutSeconds(SearchRepository.SECONDS))
        .groupedBy("c.article_id")
        .and("c.copy = :copy", "copy", copy == null ? null : copy.toString())
        .and(
            "c.account_id = any(:accounts)",
            "accounts",
            accounts == null ? null : Ids.of(accounts));
  }

  private UUID edge(PageRequest page, int window) {
    String beyond = page.upward() ? ">" : "<";
    String statement =
        String.format(
            Locale.ROOT,
            EDGE,
            page.upward() ? "least" : "greatest",
            page.key() == null ? "" : "where article_id " + beyond + " :key",
            page.upward() ? "asc" : "desc");
    return sql.query(statement, row -> row.uuid(1))
        .set("window", window - 1)
        .set("key", page.key() == null ? null : PageKey.idOf(page.key()))
        .list()
        .get(0);
  }
}
