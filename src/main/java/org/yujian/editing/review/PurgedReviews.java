package org.yujian.editing.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.yujian.edition.ArticleRepository;
import org.yujian.edition.ContentPurged;
import org.yujian.idempotency.Idempotency;

/** Deletes comments on a purged article, and notes of reviews, which may quote it. */
@ApplicationScoped
class PurgedReviews {

  private final ReviewCommentRepository comments;
  private final ReviewRepository signatures;
  private final ArticleRepository articles;
  private final Idempotency idempotency;

  PurgedReviews(
      ReviewCommentRepository comments,
      ReviewRepository signatures,
      ArticleRepository articles,
      Idempotency idempotency) {
    this.comments = comments;
    this.signatures = signatures;
    this.articles = articles;
    this.idempotency = idempotency;
  }

  void onContentPurged(@Observes ContentPurged event) {
    comments.deleteOf(event.articleId());
    signatures.purgeNotes(event.articleId());
    // Responses with notes on the edition name no article.
    idempotency.forget(List.of(articles.editionOf(event.articleId())));
  }
}
