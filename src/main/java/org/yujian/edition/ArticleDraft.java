package org.yujian.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.yujian.edition.body.Body;
import org.yujian.media.Image;
import org.yujian.shared.text.NameKeys;

/** The working copy of an article; at most one. */
@Entity
@Table(name = "article_draft")
class ArticleDraft {

  @Id
  @Column(name = "article_id")
  UUID articleId;

  @Column(name = "account_id")
  UUID accountId;

  long version;
  String kicker;
  String title;

  @Column(name = "title_key")
  String titleKey;

  String subtitle;
  String digest;
  String source;
  String author;

  @JdbcTypeCode(SqlTypes.JSON)
  Image cover;

  String[] tags = {};

  /** Set for a reprint. */
  @JdbcTypeCode(SqlTypes.JSON)
  Provenance provenance;

  @JdbcTypeCode(SqlTypes.JSON)
  Body body;

  int characters;

  @Column(name = "body_sha256")
  String bodySha256;

  @Column(name = "canonical_sha256")
  String canonicalSha256;

  @Column(name = "content_sha256")
  String contentSha256;

  @Column(name = "changed_at")
  Instant changedAt;

  @Column(name = "changed_by")
  String changedBy;

  ArticleDraft() {}

  ArticleDraft(Article article) {
    this.articleId = article.id;
    this.accountId = article.accountId;
    this.tags = article.tags;
  }

  /** Takes the content of an import or an editor. */
  void write(DraftContent content, String by, Instant now) {
    title = content.title();
    titleKey = title == null ? null : NameKeys.unique(title);
    subtitle = content.subtitle();
    source = content.source();
    body = content.body();
    characters = body.characters();
    bodySha256 = body.bodySha256();
    canonicalSha256 = body.canonicalSha256(title, subtitle, source);
    contentSha256 = content.sha256();
    changed(by, now);
  }

  /** The body alone is different now. */
  void rewrite(Body newBody, String by, Instant now) {
    write(new DraftContent(title, subtitle, source, newBody), by, now);
  }

  /** Takes the content of a revision; where a reprint comes from is none of its matters. */
  void restore(ArticleRevision revision, Provenance known, String by, Instant now) {
    kicker = revision.kicker;
    digest = revision.digest;
    author = revision.author;
    cover = revision.cover;
    provenance = known;
    write(
        new DraftContent(revision.title, revision.subtitle, revision.source, revision.body),
        by,
        now);
  }

  /** True when the tags are different now. */
  boolean tag(String[] slugs, String by, Instant now) {
    if (Arrays.equals(tags, slugs)) {
      return false;
    }
    tags = slugs;
    changed(by, now);
    return true;
  }

  private void changed(String by, Instant now) {
    version++;
    changedAt = now;
    changedBy = by;
  }
}
