package org.yujian.editing.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yujian.account.ReviewStage;
import org.yujian.auth.Caller;
import org.yujian.edition.PublicationContent;

/**
 * What a reviewer said about content in one stage. Never changed, except that a purge clears it.
 */
@Entity
@Table(name = "review_signature")
class ReviewSignature {
  static final String AGREE = "agree";
  static final String RETURN = "return";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "account_id")
  UUID accountId;

  @Column(name = "edition_id")
  UUID editionId;

  @Column(name = "article_id")
  UUID articleId;

  String stage;
  String verdict;
  String note;

  @Column(name = "content_sha256")
  String contentSha256;

  long version;
  String signer;

  @Column(name = "by_name")
  String byName;

  String[] scopes;

  /** Whether the signer was the last to change a draft of the content. */
  boolean author;

  Instant at;

  ReviewSignature() {}

  ReviewSignature(PublicationContent content, SignReview request, Caller caller) {
    accountId = content.accountId();
    editionId = content.editionId();
    articleId = content.articleId();
    contentSha256 = content.sha256();
    stage = request.stage();
    verdict = request.verdict();
    note = request.note();
    signer = caller.identity();
    byName = caller.name();
    scopes = caller.scopes().stream().sorted().toArray(String[]::new);
    author = content.authors().contains(caller.name());
  }

  boolean agrees() {
    return verdict.equals(AGREE);
  }

  /** Whether the signer may sign the stage by the rules of now. */
  boolean admittedBy(ReviewStage rules) {
    return rules.admits(signer, byName, List.of(scopes));
  }
}
