package org.yujian.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;

/** All query text about revisions as the desk sees them. */
@ApplicationScoped
class RevisionRepository implements PanacheRepositoryBase<ArticleRevision, ArticleRevision.Key> {

  /** The newest first, without bodies. */
  List<DeskRevision> page(UUID article, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), DeskRevision.class, DeskRevision.SELECT)
        .and("r.articleId = :article", "article", article)
        .newestFirst("r.rev", RevisionRepository::within, page);
  }

  /** A cursor may name any number, and a revision's is an int. */
  private static Object within(long rev) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, rev));
  }

  Optional<ArticleRevision> find(UUID article, int rev) {
    return find("articleId = ?1 and rev = ?2", article, rev).firstResultOptional();
  }

  /**
   * Empties bodies and pictures for ever; hashes and times stay. The one way around the trigger
   * that keeps revisions as they were, and only for this statement.
   */
  void purge(UUID article, Instant now) {
    setting("on");
    getEntityManager()
        .createNativeQuery(
            """
            update article_revision set body = '{"blocks": []}', html = '', text = '',
              markdown = '', digest = null, cover = null, purged_at = :now
            where article_id = :article and purged_at is null
            """)
        .setParameter("now", now)
        .setParameter("article", article)
        .executeUpdate();
    setting("off");
  }

  private void setting(String value) {
    getEntityManager()
        .createNativeQuery("select set_config('yujian.purge', :value, true)")
        .setParameter("value", value)
        .getSingleResult();
  }
}
