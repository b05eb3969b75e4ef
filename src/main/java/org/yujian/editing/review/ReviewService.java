package org.yujian.editing.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.account.ReviewStage;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.edition.Article;
import org.yujian.edition.ArticleDraft;
import org.yujian.edition.ArticleProblems;
import org.yujian.edition.ArticleRepository;
import org.yujian.edition.DeskArticle;
import org.yujian.edition.DraftRepository;
import org.yujian.edition.Edition;
import org.yujian.edition.EditionEtag;
import org.yujian.edition.EditionLocks;
import org.yujian.edition.EditionProblems;
import org.yujian.edition.EditionRepository;
import org.yujian.edition.PublicationContents;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.ReadSnapshot;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.shared.web.IfMatch;

/**
 * Reads and signs reviews: of an edition before it goes live, of one article for its corrections
 * and republication.
 */
@ApplicationScoped
public class ReviewService {

  private final EditionRepository editions;
  private final ArticleRepository articles;
  private final DraftRepository drafts;
  private final EditionLocks locks;
  private final PublicationContents contents;
  private final AccountService accounts;
  private final ReviewRepository signatures;
  private final Audit audit;
  private final DatabaseClock clock;
  private final ReadSnapshot snapshot;

  ReviewService(
      EditionRepository editions,
      ArticleRepository articles,
      DraftRepository drafts,
      EditionLocks locks,
      PublicationContents contents,
      AccountService accounts,
      ReviewRepository signatures,
      Audit audit,
      DatabaseClock clock,
      ReadSnapshot snapshot) {
    this.editions = editions;
    this.articles = articles;
    this.drafts = drafts;
    this.locks = locks;
    this.contents = contents;
    this.accounts = accounts;
    this.signatures = signatures;
    this.audit = audit;
    this.clock = clock;
    this.snapshot = snapshot;
  }

  /** The review of an edition; 404 if unknown or out of the caller's reach. */
  @Transactional
  public Review ofEdition(UUID id, Caller caller) {
    snapshot.begin();
    Edition edition = editions.findByIdOptional(id).orElseThrow(() -> EditionProblems.notFound(id));
    caller.requireAccount(edition.accountId, () -> EditionProblems.notFound(id));
    return Review.of(basis(edition), caller);
  }

  /** The review of an article's draft; 404 if unknown or out of the caller's reach. */
  @Transactional
  public Review ofArticle(UUID id, Caller caller) {
    snapshot.begin();
    Article article = articles.findByIdOptional(id).orElseThrow(() -> ArticleProblems.notFound(id));
    caller.requireAccount(article.accountId, () -> ArticleProblems.notFound(id));
    return Review.of(basis(article), caller);
  }

  /** Signs the edition in the state that the ETag {@code seen} describes. */
  @RetryOnConflict
  @Transactional
  public Review signEdition(UUID id, SignReview request, EditionEtag seen, Caller caller) {
    Edition edition = locks.edition(id, caller);
    seen.require(edition, articles, drafts);
    ReviewBasis before = basis(edition);
    ReviewSignature signature = sign(before, edition.deskVersion, request, caller);
    Review after = Review.of(basis(edition), caller);
    record(caller, signature, Review.of(before, caller), after);
    return after;
  }

  /** Signs the draft of an article that was live if the article has the expected version. */
  @RetryOnConflict
  @Transactional
  public Review signArticle(UUID id, SignReview request, long expected, Caller caller) {
    Article article = locks.article(id, caller).article();
    ArticleDraft draft = drafts.findById(id);
    long version = DeskArticle.of(article, draft, false).tagVersion();
    IfMatch.require(expected, version, draft == null ? article.liveAt : draft.changedAt);
    ReviewBasis before = basis(article);
    ReviewSignature signature = sign(before, version, request, caller);
    Review after = Review.of(basis(article), caller);
    record(caller, signature, Review.of(before, caller), after);
    return after;
  }

  private ReviewBasis basis(Edition edition) {
    return new ReviewBasis(
        edition.id,
        null,
        accounts.review(edition.accountId).orElse(null),
        contents.of(edition).orElse(null),
        signatures.of(edition.id, null));
  }

  private ReviewBasis basis(Article article) {
    return new ReviewBasis(
        article.editionId,
        article.id,
        accounts.review(article.accountId).orElse(null),
        contents.of(article).orElse(null),
        signatures.of(article.editionId, article.id));
  }

  private ReviewSignature sign(ReviewBasis basis, long version, SignReview request, Caller caller) {
    UUID reviewed = basis.articleId() == null ? basis.editionId() : basis.articleId();
    ReviewProgress progress = basis.progress().orElseThrow(() -> ReviewProblems.notOpen(reviewed));
    ReviewSignature signature = new ReviewSignature(basis.content(), request, caller);
    signature.version = version;
    signature.at = clock.now();
    require(progress, signature, caller);
    signatures.persistAndFlush(signature);
    return signature;
  }

  /** Throws unless the signature is one that counts: by the right person, in its turn. */
  private static void require(ReviewProgress progress, ReviewSignature signature, Caller caller) {
    ReviewStage stage =
        progress.rules().stages().stream()
            .filter(each -> each.name().equals(signature.stage))
            .findFirst()
            .orElseThrow(ReviewProblems::unknownStage);
    if (stage.scope() != null) {
      caller.require(stage.scope());
    }
    if (!signature.admittedBy(stage)) {
      throw ReviewProblems.notAllowed(stage.name(), "signers");
    }
    if (!signature.agrees()) {
      if (signature.note == null || signature.note.isBlank()) {
        throw ReviewProblems.noteRequired();
      }
      return;
    }
    String next = progress.missing().map(ReviewStage::name).orElse(null);
    if (!stage.name().equals(next)) {
      throw ReviewProblems.outOfTurn(stage.name(), next);
    }
    progress
        .obstacle(signature.signer, signature.author)
        .ifPresent(
            reason -> {
              throw ReviewProblems.notAllowed(stage.name(), reason);
            });
  }

  private void record(Caller caller, ReviewSignature signature, Review before, Review after) {
    boolean whole = signature.articleId == null;
    String thing = whole ? "edition" : "article";
    UUID id = whole ? signature.editionId : signature.articleId;
    String action = thing + "." + signature.verdict;
    audit.record(caller, new AuditEvent(action, thing, id, signature.accountId, before, after));
  }
}
