package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.yujian.shared.page.Among;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;

/**
 * All query text that searches what the desk sees: live copies, drafts, and what was taken back.
 */
@ApplicationScoped
class DeskSearchRepository {

  private static final String COPIES =
      """
      select c.article_id, string_agg(c.copy, ',' order by c.copy desc) from (
        select article_id, 'live' as copy, account_id, all_f, g from article_search
        union all
        select article_id, copy, account_id, all_f, g from desk_search) c
      """;

  @Inject Sql sql;

  /** An article and the copies of it that have the terms. */
  record Copies(UUID id, List<DeskCopy> copies) {
    PageKey key() {
      return PageKey.latest(id);
    }
  }

  /**
   * A page, latest made first; one more row than asked.
   *
   * @param accounts those that are searched; null for all
   * @param copy only these copies; null for all
   */
  List<Copies> page(List<Term> terms, Collection<UUID> accounts, DeskCopy copy, PageRequest page) {
    KeysetQuery<Copies> query =
        new KeysetQuery<>(
                sql.query(COPIES, row -> new Copies(row.uuid(1), DeskCopy.list(row.text(2))))
                    .within(SearchRepository.SECONDS))
            .groupedBy("c.article_id")
            .and("c.copy = :copy", "copy", copy == null ? null : copy.toString())
            .and(
                "c.account_id = any(:accounts)",
                "accounts",
                accounts == null ? null : Among.of(accounts));
    SearchRepository.require(query, "c", terms);
    return query.latestFirst("c.article_id", page);
  }
}
