package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.yujian.auth.Caller;
import org.yujian.change.Change;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.shared.web.IfMatch;

/** Publishes drafts of live articles as corrections with a public reason. */
@ApplicationScoped
public class Corrections {

  private final PublicationService publishing;
  private final PublicationSteps steps;
  private final ArticleRepository articles;
  private final DraftRepository drafts;
  private final EditionAudit audit;

  Corrections(
      PublicationService publishing,
      PublicationSteps steps,
      ArticleRepository articles,
      DraftRepository drafts,
      EditionAudit audit) {
    this.publishing = publishing;
    this.steps = steps;
    this.articles = articles;
    this.drafts = drafts;
    this.audit = audit;
  }

  /** Publishes the draft if the article still has the expected version. Its feed position stays. */
  @RetryOnConflict
  @Transactional
  public void correct(UUID id, CorrectionRequest request, long expected, Caller caller) {
    UUID account = articles.accountOf(id).orElseThrow(() -> ArticleProblems.notFound(id));
    // Before the edition is locked, because a 404 about the edition would reveal its id.
    caller.requireAccount(account, () -> ArticleProblems.notFound(id));
    Edition edition = publishing.lock(articles.editionOf(id), caller);
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
    Correction correction =
        Correction.of(request, !article.frontMatter().title().equals(draft.frontMatter().title()));
    Change corrected = steps.correct(article, draft, correction, caller.name());
    steps.goLive(List.of(), List.of(corrected, steps.changed(edition)));
    audit.article(caller, "article.correct", article, before, DeskArticle.of(article, null, false));
  }
}
