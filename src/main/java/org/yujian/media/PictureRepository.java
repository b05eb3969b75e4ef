package org.yujian.media;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yujian.shared.page.Sql;

/** The contents of pictures, whoever has them. */
@ApplicationScoped
class PictureRepository implements PanacheRepositoryBase<StoredPicture, String> {

  private final Sql sql;

  PictureRepository(Sql sql) {
    this.sql = sql;
  }

  /**
   * Marks a picture as uploaded again, so that the sweep keeps it; false when it is not stored.
   * Waits for a sweep that is deleting it.
   */
  boolean touch(String key, Instant now) {
    return sql.statement(
                """
                update picture set uploaded_at = cast(:now as timestamptz)
                where key = :key and purged_at is null
                """)
            .set("key", key)
            .set("now", now.toString())
            .run()
        > 0;
  }

  /** Inserts a picture, or waits for the transaction that inserts the same one. */
  void insert(StoredPicture picture) {
    delete("key = ?1 and purgedAt is not null", picture.key);
    sql.statement("select pg_advisory_xact_lock(hashtextextended('picture ' || :key, 0))")
        .set("key", picture.key)
        .run();
    if (findByIdOptional(picture.key).isEmpty()) {
      persistAndFlush(picture);
    }
  }

  /** Keys of pictures that no account has and nothing uses, uploaded before a time. */
  List<String> lockOrphans(Instant before, int most) {
    return sql.statement(
            """
            select key from picture p where uploaded_at < cast(:before as timestamptz)
              and purged_at is null
              and not exists (select from account_picture a where a.picture_key = p.key)
              and not exists (select from picture_use u where u.picture_key = p.key)
            order by key limit :most for update skip locked
            """)
        .set("before", before.toString())
        .set("most", most)
        .rows(row -> row.text(1));
  }

  /** Keys of the pictures that the draft or a revision of an article shows. */
  List<String> ofArticle(UUID article) {
    return sql.query(
            """
            select distinct picture_key from picture_use
            where thing_id = :article and kind in ('draft', 'revision')
            """,
            row -> row.text(1))
        .set("article", article)
        .list();
  }

  /** Marks those that nothing shows as deleted for good, and takes them from all accounts. */
  void purgeUnused(Collection<String> keys, Instant now) {
    List<String> purged =
        sql.statement(
                """
                update picture p set purged_at = cast(:now as timestamptz), qr_text = null
                where key = any(:keys)
                  and not exists (select from picture_use u where u.picture_key = p.key)
                returning key
                """)
            .set("now", now.toString())
            .set("keys", keys.toArray(String[]::new))
            .rows(row -> row.text(1));
    sql.statement("delete from account_picture where picture_key = any(:keys)")
        .set("keys", purged.toArray(String[]::new))
        .run();
  }

  /** Which of these keys are stored and not deleted for good. */
  Set<String> among(Collection<String> keys) {
    return Set.copyOf(
        sql.query(
                "select key from picture where purged_at is null and key = any(:keys)",
                row -> row.text(1))
            .set("keys", keys.toArray(String[]::new))
            .list());
  }
}
