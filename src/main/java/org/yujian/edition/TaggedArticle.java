package org.yujian.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** Tag of a live article. Repeats columns of the article that order and filter lists by tag. */
@Entity
@Table(name = "article_tag")
@IdClass(TaggedArticle.Key.class)
class TaggedArticle {

  record Key(UUID articleId, UUID tagId) {}

  @Id
  @Column(name = "article_id")
  UUID articleId;

  @Id
  @Column(name = "tag_id")
  UUID tagId;

  @Column(name = "account_id")
  UUID accountId;

  @Column(name = "feed_order")
  long feedOrder;

  TaggedArticle() {}

  TaggedArticle(Article article, UUID tagId) {
    this.articleId = article.id;
    this.tagId = tagId;
    this.accountId = article.accountId;
    this.feedOrder = article.feedOrder;
  }
}
