package org.yujian.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.yujian.body.Body;
import org.yujian.body.FrontMatter;
import org.yujian.body.Provenance;

/** One published revision of an article; written when the revision goes live and never changed. */
@Entity
@Immutable
@Table(name = "article_revision")
@IdClass(ArticleRevision.Key.class)
public class ArticleRevision {

  /** Version of the code that derives HTML, text and Markdown from the blocks. */
  static final int DERIVATION = 1;

  public record Key(UUID articleId, int rev) {}

  @Id
  @Column(name = "article_id")
  UUID articleId;

  @Id public int rev;

  @Column(name = "account_id")
  UUID accountId;

  /** Includes the digest, written or derived; the digest is null only if the body is empty. */
  @Embedded public FrontMatter frontMatter;

  /** Whether an editor wrote the digest, which is otherwise derived from the text. */
  @Column(name = "digest_written")
  public boolean digestWritten;

  @JdbcTypeCode(SqlTypes.JSON)
  public Body body;

  @JdbcTypeCode(SqlTypes.JSON)
  public Provenance provenance;

  public String html;
  String text;
  String markdown;

  @JdbcTypeCode(SqlTypes.SMALLINT)
  int derivation;

  public int characters;

  @Column(name = "body_sha256")
  public String bodySha256;

  @Column(name = "canonical_sha256")
  public String canonicalSha256;

  @Column(name = "content_sha256")
  String contentSha256;

  @Enumerated(EnumType.STRING)
  @Column(name = "correction_class")
  public CorrectionClass correctionClass;

  @Column(name = "correction_note")
  public String correctionNote;

  @Column(name = "live_at")
  public Instant liveAt;

  @Column(name = "created_by")
  public String createdBy;

  /** Time of purging, set by an SQL statement because Hibernate treats this entity as immutable. */
  @Column(name = "purged_at")
  public Instant purgedAt;

  ArticleRevision() {}

  /** Front matter for a new draft, without a derived digest. */
  FrontMatter written() {
    return digestWritten ? frontMatter : frontMatter.withDigest(null);
  }

  ArticleRevision(
      Article article, ArticleDraft draft, Correction correction, String by, Instant at) {
    articleId = article.id;
    rev = article.liveRev + 1;
    accountId = article.accountId;
    digestWritten = draft.frontMatter().digest() != null;
    frontMatter = draft.frontMatter().withDigestOf(draft.body);
    provenance = draft.provenance;
    body = draft.body;
    html = body.html();
    text = body.text();
    markdown = body.markdown();
    derivation = DERIVATION;
    characters = draft.characters;
    bodySha256 = draft.bodySha256;
    canonicalSha256 = draft.canonicalSha256;
    contentSha256 = draft.contentSha256;
    correctionClass = correction == null ? null : correction.reason();
    correctionNote = correction == null ? null : correction.note();
    liveAt = at;
    createdBy = by;
  }

  ArticleRevision(Article article, ArticleRevision earlier, String by, Instant at) {
    articleId = article.id;
    rev = article.liveRev + 1;
    accountId = article.accountId;
    digestWritten = earlier.digestWritten;
    frontMatter = earlier.written().withDigestOf(earlier.body);
    provenance = earlier.provenance;
    body = earlier.body;
    html = earlier.html;
    text = earlier.text;
    markdown = earlier.markdown;
    derivation = earlier.derivation;
    characters = earlier.characters;
    bodySha256 = earlier.bodySha256;
    canonicalSha256 = earlier.canonicalSha256;
    contentSha256 = earlier.contentSha256;
    liveAt = at;
    createdBy = by;
  }
}
