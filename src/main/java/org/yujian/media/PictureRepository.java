package org.yujian.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yujian.shared.page.Sql;
import org.yujian.shared.text.Sha256;

/** The contents of pictures, whoever has them. */
@ApplicationScoped
class PictureRepository implements PanacheRepositoryBase<StoredPicture, String> {

  private final Sql sql;

  PictureRepository(Sql sql) {
    this.sql = sql;
  }

  /**
   * A stored picture, marked as uploaded again, so that the sweep keeps it; empty if it is not
   * stored. Waits for a sweep that is deleting it.
   */
  Optional<StoredPicture> touched(String key, Instant now) {
    boolean stored =
        sql.statement(
                    """
                    update picture set uploaded_at = cast(:now as timestamptz)
                    where key = :key and purged_at is null
                    """)
                .set("key", key)
                .set("now", now.toString())
                .run()
            > 0;
    return stored ? findByIdOptional(key) : Optional.empty();
  }

  /** Inserts a picture, or waits for the transaction that inserts the same one. */
  void insert(StoredPicture picture) {
    delete("key = ?1 and purgedAt is not null", picture.key);
    sql.lock(ByteBuffer.wrap(Sha256.of(picture.key.getBytes(US_ASCII))).getLong());
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
    return getEntityManager()
        .createQuery(
            """
            select distinct u.pictureKey from PictureUse u
            where u.thingId = :article and u.kind in ('draft', 'revision')
            """,
            String.class)
        .setParameter("article", article)
        .getResultList();
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
        find("select key from StoredPicture where purgedAt is null and key in ?1", keys)
            .project(String.class)
            .list());
  }
}
