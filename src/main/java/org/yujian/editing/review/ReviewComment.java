package org.yujian.editing.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** A comment on a passage of an article, or on the article as a whole. Moves with the article. */
@Entity
@Table(name = "review_comment")
class ReviewComment {

  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  UUID id;

  @Column(name = "account_id")
  UUID accountId;

  @Column(name = "article_id")
  UUID articleId;

  String block;

  @Column(name = "passage_start")
  Integer start;

  @Column(name = "passage_end")
  Integer end;

  /** Text of the passage when the comment was made. */
  String quote;

  String text;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "created_by")
  String createdBy;

  @Column(name = "resolved_at")
  Instant resolvedAt;

  @Column(name = "resolved_by")
  String resolvedBy;
}
