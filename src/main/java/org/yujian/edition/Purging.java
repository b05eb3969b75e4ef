package org.yujian.edition;

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
import org.yujian.auth.Audited;
import org.yujian.auth.Caller;
import org.yujian.idempotency.Idempotency;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.TriedOnceMore;

/** Empties the content of a withdrawn article for ever: a court's order, a person's right. */
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
   * Empties words and pictures of the article and of every revision, deletes the draft and forgets
   * stored answers; ids, hashes and times stay, and so do the notes of the withdrawal. Also of a
   * closed account. Nothing public changes: the article answers 410 as before.
   */
  @TriedOnceMore
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
    audit.record(caller, new Audited("article.purge", "article", id, account, before, after));
  }
}
