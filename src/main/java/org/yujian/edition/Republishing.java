package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.shared.web.IfMatch;

/** Makes withdrawn content live again: same id, new revision, top of the feed. */
@ApplicationScoped
public class Republishing {

  @Inject PublicationService publishing;
  @Inject ArticleRepository articles;
  @Inject DraftRepository drafts;
  @Inject PublicationSteps goingLive;
  @Inject Audit audit;

  /** Republishes an edition with the articles withdrawn together with it, but not earlier ones. */
  @RetryOnConflict
  @Transactional
  public void edition(UUID id, EditionEtag seen, Caller caller) {
    Edition edition = publishing.lock(id, caller);
    edition.requireWithdrawn();
    seen.require(edition, articles, drafts);
    DeskEdition before = DeskEdition.of(edition, List.of(), List.of());
    List<Article> together =
        articles.lockOfEdition(id).stream()
            .filter(article -> article.withdrawal.at.equals(edition.withdrawal.at))
            .toList();
    goingLive.goLive(List.of(goingLive.freezeAgain(edition, together, caller.name())), List.of());
    DeskEdition after = DeskEdition.of(edition, List.of(), List.of());
    audit.record(
        caller,
        new AuditEvent("edition.republish", "edition", id, edition.accountId, before, after));
  }

  /** Republishes one article, and its edition if that was withdrawn. */
  @RetryOnConflict
  @Transactional
  public void article(UUID id, long expected, Caller caller) {
    UUID account = articles.accountOf(id).orElseThrow(() -> ArticleProblems.notFound(id));
    // Check before locking the edition: a 404 of the edition would reveal its id.
    caller.requireAccount(account, () -> ArticleProblems.notFound(id));
    Edition edition = publishing.lock(articles.editionOf(id), caller);
    Article article = articles.lock(id).orElseThrow();
    article.requireWithdrawn();
    DeskArticle before = DeskArticle.of(article, drafts.findById(id), false);
    IfMatch.require(expected, before.tagVersion(), edition.updatedAt);
    goingLive.goLive(
        List.of(goingLive.freezeAgain(edition, List.of(article), caller.name())), List.of());
    DeskArticle after = DeskArticle.of(article, null, false);
    audit.record(
        caller,
        new AuditEvent("article.republish", "article", id, edition.accountId, before, after));
  }
}
