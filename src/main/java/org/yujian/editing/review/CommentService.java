package org.yujian.editing.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.body.Block;
import org.yujian.body.Body;
import org.yujian.edition.Article;
import org.yujian.edition.ArticleRepository;
import org.yujian.edition.DraftRepository;
import org.yujian.edition.EditionLocks;
import org.yujian.edition.EditionProblems;
import org.yujian.edition.EditionRepository;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;

/** Lists, adds and resolves comments on the articles of an edition. */
@ApplicationScoped
public class CommentService {

  private final EditionRepository editions;
  private final ArticleRepository articles;
  private final DraftRepository drafts;
  private final EditionLocks locks;
  private final ReviewCommentRepository comments;
  private final Audit audit;
  private final DatabaseClock clock;

  CommentService(
      EditionRepository editions,
      ArticleRepository articles,
      DraftRepository drafts,
      EditionLocks locks,
      ReviewCommentRepository comments,
      Audit audit,
      DatabaseClock clock) {
    this.editions = editions;
    this.articles = articles;
    this.drafts = drafts;
    this.locks = locks;
    this.comments = comments;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param resolved null for resolved and open comments
   */
  @Transactional
  public DeskCommentPage list(UUID edition, Boolean resolved, PageRequest page, Caller caller) {
    UUID account = editions.accountOf(edition).orElseThrow(() -> EditionProblems.notFound(edition));
    caller.requireAccount(account, () -> EditionProblems.notFound(edition));
    return DeskCommentPage.of(
        ItemPage.of(
                page, comments.page(edition, resolved, page), comment -> PageKey.latest(comment.id))
            .map(DeskComment::of));
  }

  /** Adds a comment; the quote is taken from the draft, or else from what was live last. */
  @RetryOnConflict
  @Transactional
  public DeskComment add(UUID edition, AddComment request, Caller caller) {
    locks.edition(edition, caller);
    Article article =
        articles
            .findByIdOptional(request.articleId())
            .filter(found -> found.editionId.equals(edition))
            .orElseThrow(ReviewProblems::notOfEdition);
    ReviewComment comment = new ReviewComment();
    comment.accountId = article.accountId;
    comment.articleId = article.id;
    comment.block = request.block();
    comment.start = request.block() == null ? null : request.start();
    comment.end = request.block() == null ? null : request.end();
    comment.quote = request.block() == null ? null : quote(body(article), request);
    comment.text = request.text();
    comment.createdAt = clock.now();
    comment.createdBy = caller.name();
    comments.persistAndFlush(comment);
    DeskComment made = DeskComment.of(comment);
    record(caller, "create", comment, null, made);
    return made;
  }

  /** Marks a comment as done; no effect if it is. */
  @RetryOnConflict
  @Transactional
  public DeskComment resolve(UUID edition, UUID id, Caller caller) {
    locks.edition(edition, caller);
    ReviewComment comment =
        comments
            .findByIdOptional(id)
            .filter(found -> articles.editionOf(found.articleId).equals(edition))
            .orElseThrow(() -> ReviewProblems.commentNotFound(id));
    DeskComment before = DeskComment.of(comment);
    if (comment.resolvedAt == null) {
      comment.resolvedAt = clock.now();
      comment.resolvedBy = caller.name();
      record(caller, "resolve", comment, before, DeskComment.of(comment));
    }
    return DeskComment.of(comment);
  }

  private Body body(Article article) {
    return Optional.ofNullable(drafts.findById(article.id))
        .map(draft -> draft.body)
        .or(() -> drafts.live(article).map(live -> live.body))
        .orElse(new Body(List.of()));
  }

  /** The passage; 422 unless the text has it. */
  private static String quote(Body body, AddComment request) {
    Block block =
        body.blocks().stream()
            .filter(each -> request.block().equals(each.id()))
            .findFirst()
            .orElseThrow(() -> ReviewProblems.noPassage("/block"));
    String text = String.join("\n", block.lines());
    int length = text.codePointCount(0, text.length());
    if (request.start() == null || request.start() >= length) {
      throw ReviewProblems.noPassage("/start");
    }
    if (request.end() == null || request.end() <= request.start() || request.end() > length) {
      throw ReviewProblems.noPassage("/end");
    }
    int from = text.offsetByCodePoints(0, request.start());
    return text.substring(from, text.offsetByCodePoints(from, request.end() - request.start()));
  }

  private void record(
      Caller caller, String verb, ReviewComment comment, DeskComment before, DeskComment after) {
    audit.record(
        caller,
        new AuditEvent(
            "reviewComment." + verb,
            "reviewComment",
            comment.id,
            comment.accountId,
            before,
            after));
  }
}
