package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.yujian.auth.Caller;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.shared.web.IfMatch;

/** Publishes withdrawn content again: same id, new revision, newest position in the feed. */
@ApplicationScoped
public class Republishing {

  private final PublicationService publishing;
  private final ArticleRepository articles;
  private final DraftRepository drafts;
  private final PublicationSteps steps;
  private final EditionAudit audit;

  Republishing(
      PublicationService publishing,
      ArticleRepository articles,
      DraftRepository drafts,
      PublicationSteps steps,
      EditionAudit audit) {
    this.publishing = publishing;
    this.articles = articles;
    this.drafts = drafts;
    this.steps = steps;
    this.audit = audit;
  }

  /** Republishes an edition, with those articles that were withdrawn together with the edition. */
  @RetryOnConflict
  @Transactional
  public void edition(UUID id, EditionEtag seen, Caller caller) {
    Edition edition = publishing.lock(id, caller);
    edition.requireWithdrawn();
    seen.require(edition, articles, drafts);
    List<Article> together = PublicationContents.together(edition, articles.lockOfEdition(id));
    audit.edition(
        caller,
        "edition.republish",
        edition,
        () -> goLive(steps.freezeAgain(edition, together, caller.name())));
  }

  /** Republishes one article, and its edition if the edition is withdrawn. */
  @RetryOnConflict
  @Transactional
  public void article(UUID id, long expected, Caller caller) {
    UUID account = articles.accountOf(id).orElseThrow(() -> ArticleProblems.notFound(id));
    // Before the edition is locked, because a 404 about the edition would reveal its id.
    caller.requireAccount(account, () -> ArticleProblems.notFound(id));
    Edition edition = publishing.lock(articles.editionOf(id), caller);
    Article article = articles.lock(id).orElseThrow();
    article.requireWithdrawn();
    DeskArticle before = DeskArticle.of(article, drafts.findById(id), false);
    IfMatch.require(expected, before.tagVersion(), edition.updatedAt);
    goLive(steps.freezeAgain(edition, article, caller.name()));
    DeskArticle after = DeskArticle.of(article, null, false);
    audit.article(caller, "article.republish", article, before, after);
  }

  private void goLive(PublicationSteps.Ready ready) {
    steps.goLive(List.of(ready), List.of());
  }
}
