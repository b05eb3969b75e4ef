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
import org.yujian.edition.body.Body;
import org.yujian.media.Image;

/** What the public read under one number: frozen each time an article goes live. */
@Entity
@Immutable
@Table(name = "article_revision")
@IdClass(ArticleRevision.Key.class)
class ArticleRevision {

  /** The number of the code that derives html, text and markdown from the blocks. */
  static final int DERIVATION = 1;

  /** The primary key. */
  record Key(UUID articleId, int rev) {}

  @Id
  @Column(name = "article_id")
  UUID articleId;

  @Id int rev;

  @Column(name = "account_id")
  UUID accountId;

  String kicker;
  String title;
  String subtitle;
  String digest;

  /** Whether an editor wrote the digest; else it is the begin of the text. */
  @Column(name = "digest_written")
  boolean digestWritten;

  String source;
  String author;

  @JdbcTypeCode(SqlTypes.JSON)
  Image cover;

  @JdbcTypeCode(SqlTypes.JSON)
  Body body;

  /** Set for a reprint. */
  @JdbcTypeCode(SqlTypes.JSON)
  Provenance provenance;

  String html;
  String text;
  String markdown;

  @JdbcTypeCode(SqlTypes.SMALLINT)
  int derivation;

  int characters;

  @Column(name = "body_sha256")
  String bodySha256;

  @Column(name = "canonical_sha256")
  String canonicalSha256;

  @Column(name = "content_sha256")
  String contentSha256;

  @Column(name = "correction_class")
  String correctionClass;

  @Column(name = "correction_note")
  String correctionNote;

  @Column(name = "live_at")
  Instant liveAt;

  @Column(name = "created_by")
  String createdBy;

  /** When an administrator emptied words and pictures; by a statement, this never changes here. */
  @Column(name = "purged_at")
  Instant purgedAt;

  ArticleRevision() {}

  /** What a draft of this revision says: null for a digest that is only derived. */
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

  /** The content of an earlier revision goes live again as the next one. */
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
