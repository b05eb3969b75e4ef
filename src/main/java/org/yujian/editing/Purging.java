package org.yujian.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.edition.Article;
import org.yujian.edition.ArticleDraft;
import org.yujian.edition.ArticleProblems;
import org.yujian.edition.ArticleRepository;
import org.yujian.edition.ContentPurged;
import org.yujian.edition.DeskArticle;
import org.yujian.edition.DraftRepository;
import org.yujian.edition.Edition;
import org.yujian.edition.EditionRepository;
import org.yujian.idempotency.Idempotency;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;

/** Permanently purges the content of a withdrawn article, for court orders and personal rights. */
@ApplicationScoped
public class Purging {

  @Inject EditionRepository editions;
  @Inject ArticleRepository articles;
  @Inject RevisionRepository revisions;
  @Inject DraftRepository drafts;
  @Inject Event<ContentPurged> purged;
  @Inject Idempotency idempotency;
  @Inject Audit audit;
  @Inject DatabaseClock clock;

  /**
   * Clears texts and pictures of the article and all its revisions, deletes the draft and drops
   * stored idempotent responses. Ids, hashes, times and withdrawal notes stay. Also works for a
   * closed account. Nothing public changes: the article still gets 410.
   */
  @RetryOnConflict
  @Transactional
  public void purge(UUID id, Caller caller) {
    UUID account = articles.accountOf(id).orElseThrow(() -> ArticleProblems.notFound(id));
    caller.requireAccount(account, () -> ArticleProblems.notFound(id));
    UUID editionId = articles.editionOf(id);
    editions.lockAccountOf(editionId);
    Edition edition = editions.lock(editionId).orElseThrow();
    Article article = articles.lock(id).orElseThrow();
    ArticleDraft draft = drafts.findById(id);
    DeskArticle before = DeskArticle.of(article, draft, false);
    Set<String> bodies = new HashSet<>(revisions.bodies(id));
    article.purge();
    if (draft != null) {
      bodies.add(draft.bodySha256);
      drafts.delete(draft);
    }
    Instant now = clock.now();
    edition.changedAtDesk(now);
    revisions.purge(id, now);
    purged.fire(new ContentPurged(id, account, bodies));
    idempotency.forget(List.of(id));
    DeskArticle after = DeskArticle.of(article, null, false);
    audit.record(caller, new AuditEvent("article.purge", "article", id, account, before, after));
  }
}
