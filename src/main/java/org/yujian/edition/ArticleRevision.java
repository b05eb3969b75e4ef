package org.yujian.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.yujian.body.Body;
import org.yujian.body.Digest;
import org.yujian.body.Provenance;
import org.yujian.media.Image;

/** One published revision of an article, written once each time the article goes live. */
@Entity
@Immutable
@Table(name = "article_revision")
@IdClass(ArticleRevision.Key.class)
public class ArticleRevision {

  /** Version of the code that derives HTML, text and Markdown from the blocks. */
  static final int DERIVATION = 1;

  /** Primary key. */
  public record Key(UUID articleId, int rev) {}

  @Id
  @Column(name = "article_id")
  UUID articleId;

  @Id public int rev;

  @Column(name = "account_id")
  UUID accountId;

  public String kicker;
  public String title;
  public String subtitle;
  public String digest;

  /** True if an editor wrote the digest; false if it was derived from the text. */
  @Column(name = "digest_written")
  public boolean digestWritten;

  public String source;
  public String author;

  @JdbcTypeCode(SqlTypes.JSON)
  Image cover;

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

  @Column(name = "correction_class")
  public String correctionClass;

  @Column(name = "correction_note")
  public String correctionNote;

  @Column(name = "live_at")
  public Instant liveAt;

  @Column(name = "created_by")
  public String createdBy;

  /** Time of purging; set by an SQL statement, because this entity is immutable. */
  @Column(name = "purged_at")
  public Instant purgedAt;

  ArticleRevision() {}

  /** The digest for a new draft; null if it was only derived. */
  String writtenDigest() {
    return digestWritten ? digest : null;
  }

  /** Freezes a draft as the next revision of its article. */
  ArticleRevision(
      Article article, ArticleDraft draft, Correction correction, String by, Instant at) {
    articleId = article.id;
    rev = article.liveRev + 1;
    accountId = article.accountId;
    kicker = draft.kicker;
    title = draft.title;
    subtitle = draft.subtitle;
    digestWritten = draft.digest != null;
    digest = digestWritten ? draft.digest : Digest.of(draft.body);
    source = draft.source;
    author = draft.author;
    cover = draft.cover;
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

  /** Copies an earlier revision as the next one. */
  ArticleRevision(Article article, ArticleRevision earlier, String by, Instant at) {
    articleId = article.id;
    rev = article.liveRev + 1;
    accountId = article.accountId;
    kicker = earlier.kicker;
    title = earlier.title;
    subtitle = earlier.subtitle;
    digestWritten = earlier.digestWritten;
    digest = digestWritten ? earlier.digest : Digest.of(earlier.body);
    source = earlier.source;
    author = earlier.author;
    cover = earlier.cover;
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
