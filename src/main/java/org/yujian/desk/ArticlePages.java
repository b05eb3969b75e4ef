package org.yujian.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.account.DeskAccount;
import org.yujian.auth.Caller;
import org.yujian.auth.Scopes;
import org.yujian.body.BlockChange;
import org.yujian.editing.DeskArticleService;
import org.yujian.editing.DeskEditionService;
import org.yujian.editing.DeskRevision;
import org.yujian.editing.DraftDiff;
import org.yujian.editing.RevisionDiff;
import org.yujian.editing.RevisionService;
import org.yujian.editing.review.CommentService;
import org.yujian.editing.review.DeskComment;
import org.yujian.editing.review.Review;
import org.yujian.editing.review.ReviewService;
import org.yujian.edition.DeskArticle;
import org.yujian.edition.DeskEdition;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;

/** Reads what the pages of one article show, within the caller's accounts. */
@ApplicationScoped
class ArticlePages {

  /**
   * An article as its page shows it.
   *
   * @param etag what {@code If-Match} has to name
   * @param revisions newest first, the latest twenty
   * @param comments those on this article, latest first
   * @param review review of a correction; null for an article that was never live, and without a
   *     review of its account
   * @param diff draft against the live copy; null without both
   */
  record View(
      DeskArticle article,
      DeskEdition edition,
      String etag,
      String accountName,
      List<DeskRevision> revisions,
      DraftDiff diff,
      Review review,
      List<DeskComment> comments,
      boolean publisher,
      boolean writer,
      boolean reviewer) {

    /** A live article has no draft until somebody changes it. */
    public boolean isEditable() {
      return writer
          && (article.draft() != null || isLive())
          && !edition.state().equals("scheduled");
    }

    /** Its address in the API. */
    public String api() {
      return "/v1/desk/articles/" + article.id();
    }

    public boolean isLive() {
      return article.state().equals("published");
    }

    public boolean isWithdrawn() {
      return article.state().equals("withdrawn");
    }

    public List<BlockChange> changes() {
      return changesOf(diff.blocks());
    }
  }

  /** Two revisions side by side. */
  record Comparison(DeskArticle article, DeskRevision revision, RevisionDiff diff) {

    public List<BlockChange> changes() {
      return diff == null ? List.of() : changesOf(diff.blocks());
    }
  }

  private final DeskArticleService articles;
  private final DeskEditionService editions;
  private final RevisionService revisions;
  private final ReviewService reviews;
  private final CommentService comments;
  private final AccountService accounts;

  ArticlePages(
      DeskArticleService articles,
      DeskEditionService editions,
      RevisionService revisions,
      ReviewService reviews,
      CommentService comments,
      AccountService accounts) {
    this.articles = articles;
    this.editions = editions;
    this.revisions = revisions;
    this.reviews = reviews;
    this.comments = comments;
    this.accounts = accounts;
  }

  View read(UUID id, Caller caller) {
    DeskArticle article = articles.read(id, caller);
    boolean both = article.live() != null && article.draft() != null;
    PageRequest latest = PageRequest.of(null, null, "", PageKey.Feed.class);
    DeskAccount account = accounts.deskRead(article.accountId().toString(), caller);
    boolean reviewed = account.review() != null && article.live() != null;
    return new View(
        article,
        editions.read(article.editionId(), caller),
        article.etag(),
        account.name(),
        revisions.list(id, latest, caller).items(),
        both ? articles.diff(id, caller) : null,
        reviewed ? reviews.ofArticle(id, caller) : null,
        comments(article, caller),
        caller.has(Scopes.CONTENT_PUBLISH),
        caller.has(Scopes.CONTENT_WRITE),
        caller.has(Scopes.CONTENT_REVIEW));
  }

  private List<DeskComment> comments(DeskArticle article, Caller caller) {
    PageRequest latest = PageRequest.of(PageRequest.MAX_LIMIT, null, "", PageKey.Named.class);
    return comments.list(article.editionId(), null, latest, caller).items().stream()
        .filter(comment -> comment.articleId().equals(article.id()))
        .toList();
  }

  Comparison compare(UUID id, int rev, Caller caller) {
    return new Comparison(
        articles.read(id, caller),
        revisions.read(id, rev, caller),
        rev == 1 ? null : revisions.diff(id, rev, null, caller));
  }

  private static List<BlockChange> changesOf(List<BlockChange> all) {
    return all.stream().filter(change -> !change.op().equals("same")).toList();
  }
}
