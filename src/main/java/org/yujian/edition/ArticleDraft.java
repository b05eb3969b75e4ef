package org.yujian.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.type.SqlTypes;
import org.yujian.body.Body;
import org.yujian.body.FrontMatter;
import org.yujian.body.Provenance;
import org.yujian.shared.text.NameKeys;

/** Working copy of an article; an article has at most one. */
@Entity
@Table(name = "article_draft")
public class ArticleDraft {

  @Id
  @Column(name = "article_id")
  public UUID articleId;

  /** Differs for each draft of an article, so that a preview link ends with its draft. */
  @Column(name = "draft_id", updatable = false)
  public UUID draftId = UuidVersion7Strategy.INSTANCE.generateUuid(null);

  @Column(name = "account_id")
  UUID accountId;

  public long version;

  /** Key of the title, by which an import finds the article again. */
  @Embedded FrontMatter frontMatter;

  @Column(name = "title_key")
  String titleKey;

  public String[] tags = {};

  /** Where a reprint comes from; null for other articles. */
  @JdbcTypeCode(SqlTypes.JSON)
  public Provenance provenance;

  @JdbcTypeCode(SqlTypes.JSON)
  public Body body;

  public int characters;

  @Column(name = "body_sha256")
  public String bodySha256;

  @Column(name = "canonical_sha256")
  public String canonicalSha256;

  @Column(name = "content_sha256")
  String contentSha256;

  @Column(name = "changed_at")
  public Instant changedAt;

  @Column(name = "changed_by")
  public String changedBy;

  ArticleDraft() {}

  public ArticleDraft(Article article) {
    this.articleId = article.id;
    this.accountId = article.accountId;
    this.tags = article.tags;
  }

  /**
   * A new draft with the content that was live last. Its version begins at {@code deskVersion} of
   * the edition, which counts all changes of drafts, so that two drafts of an article never have
   * the same version.
   */
  public static ArticleDraft of(Article article, ArticleRevision live, long deskVersion) {
    ArticleDraft draft = new ArticleDraft(article);
    draft.version = deskVersion;
    draft.frontMatter = live.written();
    draft.provenance = live.provenance;
    draft.body = live.body;
    return draft;
  }

  /** Front matter as editors wrote it; empty for a new draft. */
  public FrontMatter frontMatter() {
    return frontMatter == null ? FrontMatter.EMPTY : frontMatter;
  }

  /** The fields that editors may change, without the body. */
  public ArticleSettings settings() {
    return ArticleSettings.of(frontMatter(), List.of(tags), provenance);
  }

  public boolean edit(ArticleSettings edited, Body newBody, String by, Instant now) {
    if (body != null && edited.equals(settings()) && newBody.equals(body)) {
      return false;
    }
    provenance = edited.provenance();
    tags = edited.tags() == null ? new String[0] : edited.tags().toArray(String[]::new);
    write(edited.frontMatter(), newBody, by, now);
    return true;
  }

  /** Writes an imported document's content; keeps the fields that the document lacks. */
  void write(DraftText content, String by, Instant now) {
    write(
        frontMatter()
            .withHeading(content.title(), content.subtitle(), content.source(), content.author())
            .withCoverIfNone(content.cover()),
        content.body(),
        by,
        now);
  }

  void rewrite(Body newBody, String by, Instant now) {
    write(frontMatter(), newBody, by, now);
  }

  private void write(FrontMatter front, Body newBody, String by, Instant now) {
    frontMatter = front;
    titleKey = front.title() == null ? null : NameKeys.unique(front.title());
    body = newBody;
    characters = body.characters();
    bodySha256 = body.bodySha256();
    canonicalSha256 = body.canonicalSha256(front.title(), front.subtitle(), front.source());
    contentSha256 =
        new DraftText(front.title(), front.subtitle(), front.source(), newBody).sha256();
    changed(by, now);
  }

  /** Replaces the content by that of a revision; keeps tags and provenance. */
  public void restore(ArticleRevision revision, String by, Instant now) {
    write(revision.written(), revision.body, by, now);
  }

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
