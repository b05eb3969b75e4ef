package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.yujian.auth.Audit;
import org.yujian.auth.Audited;
import org.yujian.auth.Caller;
import org.yujian.shared.transaction.TriedOnceMore;
import org.yujian.shared.web.IfMatch;

/**
 * What was taken back goes live again: under its id, as a new revision (its draft's, where there is
 * one), at a new place at the top of the feed.
 */
@ApplicationScoped
public class Republishing {

  @Inject Publishing publishing;
  @Inject ArticleRepository articles;
  @Inject DraftRepository drafts;
  @Inject GoingLive goingLive;
  @Inject Audit audit;

  /**
   * An edition goes live again with the articles that were taken back together with it; what was
   * taken back before, for a reason of its own, stays away.
   */
  @TriedOnceMore
  @Transactional
  public void edition(UUID id, EditionSeen seen, Caller caller) {
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
        caller, new Audited("edition.republish", "edition", id, edition.accountId, before, after));
  }

  /**
   * One article goes live again; its edition, too, when that was taken back.
   *
   * @param expected the version that was looked at
   */
  @TriedOnceMore
  @Transactional
  public void article(UUID id, long expected, Caller caller) {
    UUID account = articles.accountOf(id).orElseThrow(() -> ArticleProblems.notFound(id));
    // Before the edition is locked, whose own 404 would tell its id.
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
        caller, new Audited("article.republish", "article", id, edition.accountId, before, after));
  }
}
