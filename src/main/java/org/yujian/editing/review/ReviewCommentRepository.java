package org.yujian.editing.review;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;

/** All queries for comments. */
@ApplicationScoped
class ReviewCommentRepository implements PanacheRepositoryBase<ReviewComment, UUID> {

  /**
   * A page of comments on the articles of an edition, newest first.
   *
   * @param resolved null for resolved and open ones
   */
  List<ReviewComment> page(UUID edition, Boolean resolved, PageRequest page) {
    KeysetQuery<ReviewComment> query =
        new KeysetQuery<>(getEntityManager(), ReviewComment.class, "from ReviewComment c")
            .and(
                "c.articleId in (select a.id from Article a where a.editionId = :edition)",
                "edition",
                edition);
    if (resolved != null) {
      query.and(resolved ? "c.resolvedAt is not null" : "c.resolvedAt is null");
    }
    return query.latestFirst("c.id", page);
  }

  void deleteOf(UUID article) {
    delete("articleId", article);
  }
}
