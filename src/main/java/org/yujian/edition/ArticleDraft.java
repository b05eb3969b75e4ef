package org.yujian.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.id.uuid.UuidVersion7Strategy;
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

  /** Another one each time a draft of the article is made. */
  @Column(name = "draft_id", updatable = false)
  UUID draftId = UuidVersion7Strategy.INSTANCE.generateUuid(null);

  @Column(name = "account_id")
  UUID accountId;

  long version;
  String kicker;
  String title;

  @Column(name = "title_key")
  String titleKey;

  String subtitle;

  /** Null where none is written: then the begin of the body, when it goes live. */
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

  /**
   * The working copy of what was live last. Its version goes on from the edition's, which counted
   * every draft before it: no two drafts of an article share one.
   */
  static ArticleDraft of(Article article, ArticleRevision live, Edition edition) {
    ArticleDraft draft = new ArticleDraft(article);
    draft.version = edition.deskVersion;
    draft.kicker = live.kicker;
    draft.digest = live.writtenDigest();
    draft.author = live.author;
    draft.cover = live.cover;
    draft.provenance = live.provenance;
    draft.title = live.title;
    draft.subtitle = live.subtitle;
    draft.source = live.source;
    draft.body = live.body;
    return draft;
  }

  /** Takes what an editor wrote; true when anything is different now. */
  boolean edit(ArticleSettings settings, Body newBody, String by, Instant now) {
    if (body != null && settings.equals(ArticleSettings.of(this)) && newBody.equals(body)) {
      return false;
    }
    kicker = settings.kicker();
    digest = settings.digest();
    author = settings.author();
    provenance = settings.provenance();
    tags = settings.tags() == null ? new String[0] : settings.tags().toArray(String[]::new);
    write(
        new DraftContent(settings.title(), settings.subtitle(), settings.source(), newBody),
        by,
        now);
    return true;
  }

  /** Takes the content of an import or an editor. */
  void write(DraftContent content, String by, Instant now) {
    title = content.title();
    titleKey = title == null ? null : NameKeys.unique(title);
    subtitle = content.subtitle();
    source = content.source();
    author = content.author() == null ? author : content.author();
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
    digest = revision.writtenDigest();
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
