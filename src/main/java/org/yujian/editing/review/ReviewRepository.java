package org.yujian.editing.review;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.yujian.edition.PublicationContent;

/** All queries for signatures of reviews. */
@ApplicationScoped
class ReviewRepository implements PanacheRepositoryBase<ReviewSignature, Long> {

  /** Older signatures are neither shown nor counted. */
  private static final int MOST = 100;

  /** The last signatures of the edition as a whole, or of one article of it, in order. */
  List<ReviewSignature> of(UUID edition, UUID article) {
    PanacheQuery<ReviewSignature> newest =
        article == null
            ? find("editionId = ?1 and articleId is null order by id desc", edition)
            : find("articleId = ?1 order by id desc", article);
    List<ReviewSignature> inOrder = new ArrayList<>(newest.page(0, MOST).list());
    Collections.reverse(inOrder);
    return inOrder;
  }

  List<ReviewSignature> of(PublicationContent content) {
    return of(content.editionId(), content.articleId());
  }

  /** Clears notes that may quote an article, in reviews of the article and of its edition. */
  void purgeNotes(UUID article) {
    update(
        """
        note = null where note is not null
        and (articleId = ?1 or editionId in (select a.editionId from Article a where a.id = ?1))
        """,
        article);
  }
}
