package org.yujian.editing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yujian.auth.Caller;
import org.yujian.shared.page.Sql;

/** All queries for edit leases. */
@ApplicationScoped
class EditLeaseRepository {

  private final Sql sql;

  EditLeaseRepository(Sql sql) {
    this.sql = sql;
  }

  void renew(UUID edition, RenewEditLease lease, Caller caller, Instant now, Instant until) {
    sql.statement(
            """
            insert into edit_lease as l
              (edition_id, holder, window_id, by_name, article_id, began_at, ends_at)
            values (:edition, :holder, :window, :by, cast(:article as uuid), :now, :until)
            on conflict (edition_id, holder, window_id) do update set
              by_name = excluded.by_name,
              article_id = excluded.article_id,
              began_at = case when l.ends_at > :now then l.began_at else excluded.began_at end,
              ends_at = excluded.ends_at
            """)
        .set("edition", edition)
        .set("holder", caller.identity())
        .set("window", lease.window())
        .set("by", caller.name())
        .set("article", lease.articleId())
        .set("now", now)
        .set("until", until)
        .run();
  }

  /**
   * @param window null for all windows of the holder
   */
  void end(UUID edition, String holder, String window) {
    sql.statement(
            """
            delete from edit_lease where edition_id = :edition and holder = :holder
              and (cast(:window as text) is null or window_id = :window)
            """)
        .set("edition", edition)
        .set("holder", holder)
        .set("window", window)
        .run();
  }

  /** Deletes ended leases of all editions; those that another transaction holds stay for later. */
  void sweep(Instant now) {
    sql.statement(
            """
            delete from edit_lease where (edition_id, holder, window_id) in (
              select edition_id, holder, window_id from edit_lease where ends_at <= :now
              order by ends_at limit 100 for update skip locked)
            """)
        .set("now", now)
        .run();
  }

  List<EditLease> of(UUID edition, Instant now, String holder) {
    return sql.statement(
            """
            select by_name, window_id, article_id, began_at, ends_at, holder = :holder
            from edit_lease where edition_id = :edition and ends_at > :now
            order by began_at, holder, window_id limit 100
            """)
        .set("edition", edition)
        .set("now", now)
        .set("holder", holder)
        .rows(
            row ->
                new EditLease(
                    row.text(1),
                    row.text(2),
                    row.uuid(3),
                    row.instant(4),
                    row.instant(5),
                    row.flag(6)));
  }
}
