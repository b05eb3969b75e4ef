package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.shared.web.IfMatch;

/** Publishes the draft of a live article as a correction with a public reason. */
@ApplicationScoped
public class Corrections {

  @Inject PublicationService publishing;
  @Inject ArticleRepository articles;
  @Inject DraftRepository drafts;
  @Inject Audit audit;

  /** Publishes the draft if the article still has the expected version; its feed position stays. */
  @RetryOnConflict
  @Transactional
  public void correct(UUID id, CorrectionRequest request, long expected, Caller caller) {
    UUID account = articles.accountOf(id).orElseThrow(() -> ArticleProblems.notFound(id));
    // Check before locking the edition: a 404 of the edition would reveal its id.
    caller.requireAccount(account, () -> ArticleProblems.notFound(id));
    publishing.lock(articles.editionOf(id), caller);
    Article article = articles.lock(id).orElseThrow();
    article.requireLive();
    ArticleDraft draft = drafts.findById(id);
    if (draft == null) {
      throw ArticleProblems.noDraft(id);
    }
    DeskArticle before = DeskArticle.of(article, draft, false);
    IfMatch.require(expected, before.tagVersion(), draft.changedAt);
    if (drafts.differences(article, draft).isEmpty()) {
      throw ArticleProblems.correctionEmpty(id);
    }
    Correction correction = Correction.of(request, !article.title.equals(draft.title));
    publishing.publish(PublicationPlan.correcting(id, correction), caller);
    DeskArticle after = DeskArticle.of(article, null, false);
    audit.record(
        caller, new AuditEvent("article.correct", "article", id, article.accountId, before, after));
  }
}
