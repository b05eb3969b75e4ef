package org.yujian.editing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.yujian.search.DeskCopy;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.Sql;

/** Lists the copies that are not in the search index; called by {@link DeskScan}. */
@ApplicationScoped
class DeskSearchRepository {

  /** Of a draft that was never live: 48 bits of a UUIDv7 are milliseconds. */
  private static final String DRAFTS =
      """
      select d.article_id as id, d.account_id, coalesce(a.feed_order,
        ('x' || left(replace(d.article_id::text, '-', ''), 12))::bit(48)::bigint * 8000) as place
      from article_draft d join article a on a.id = d.article_id
      """;

  private static final String WITHDRAWN =
      "select id, account_id, feed_order as place from article where state = 'withdrawn'";

  private static final String NEXT =
      """
      select place, id from (%1$s) c
      where (place, id) %2$s (:place, :id) %3$s order by place %4$s, id %4$s limit :most
      """;

  private final Sql sql;

  DeskSearchRepository(Sql sql) {
    this.sql = sql;
  }

  /**
   * Places of drafts or of withdrawn articles behind a place.
   *
   * @param accounts null for all
   * @param upward those before it, the nearest first
   */
  List<DeskPlace> next(
      DeskCopy copy, Collection<UUID> accounts, DeskPlace after, boolean upward, int most) {
    String statement =
        String.format(
            Locale.ROOT,
            NEXT,
            copy == DeskCopy.DRAFT ? DRAFTS : WITHDRAWN,
            upward ? ">" : "<",
            accounts == null ? "" : "and account_id = any(:accounts)",
            upward ? "asc" : "desc");
    return sql.query(statement, row -> new DeskPlace(row.number(1), row.uuid(2)))
        .set("place", after.order())
        .set("id", after.id())
        .set("accounts", accounts == null ? null : Ids.of(accounts))
        .set("most", most)
        .list();
  }
}
