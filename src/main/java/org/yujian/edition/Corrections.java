package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yujian.auth.Audit;
import org.yujian.auth.Audited;
import org.yujian.auth.Caller;
import org.yujian.shared.transaction.TriedOnceMore;
import org.yujian.shared.web.IfMatch;

/** A live article's draft replaces what is live, with a public record of why. */
@ApplicationScoped
public class Corrections {

  @Inject Publishing publishing;
  @Inject ArticleRepository articles;
  @Inject DraftRepository drafts;
  @Inject Audit audit;

  /**
   * Puts the draft live; place and time in the feed stay.
   *
   * @param expected the article's version that was looked at
   */
  @TriedOnceMore
  @Transactional
  public void correct(UUID id, CorrectionRequest request, long expected, Caller caller) {
    UUID account = articles.accountOf(id).orElseThrow(() -> ArticleProblems.notFound(id));
    // Before the edition is locked, whose own 404 would tell its id.
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
    publishing.publish(GoLive.correcting(id, correction), caller);
    DeskArticle after = DeskArticle.of(article, null, false);
    audit.record(
        caller, new Audited("article.correct", "article", id, article.accountId, before, after));
  }
}
