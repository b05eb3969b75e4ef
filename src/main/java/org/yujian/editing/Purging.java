package org.yujian.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yujian.auth.Caller;
import org.yujian.edition.Article;
import org.yujian.edition.ArticleDraft;
import org.yujian.edition.ArticleProblems;
import org.yujian.edition.ArticleRepository;
import org.yujian.edition.ContentPurged;
import org.yujian.edition.DeskArticle;
import org.yujian.edition.DraftRepository;
import org.yujian.edition.Edition;
import org.yujian.edition.EditionAudit;
import org.yujian.edition.EditionRepository;
import org.yujian.idempotency.Idempotency;
import org.yujian.media.PictureLibrary;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;

/** Removes the content of a withdrawn article for ever, for court orders and personal rights. */
@ApplicationScoped
public class Purging {

  private final EditionRepository editions;
  private final ArticleRepository articles;
  private final RevisionRepository revisions;
  private final DraftRepository drafts;
  private final PictureLibrary pictures;
  private final Event<ContentPurged> purged;
  private final Idempotency idempotency;
  private final EditionAudit audit;
  private final DatabaseClock clock;

  Purging(
      EditionRepository editions,
      ArticleRepository articles,
      RevisionRepository revisions,
      DraftRepository drafts,
      PictureLibrary pictures,
      Event<ContentPurged> purged,
      Idempotency idempotency,
      EditionAudit audit,
      DatabaseClock clock) {
    this.editions = editions;
    this.articles = articles;
    this.revisions = revisions;
    this.drafts = drafts;
    this.pictures = pictures;
    this.purged = purged;
    this.idempotency = idempotency;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Clears texts and pictures of the article and its revisions, deletes the draft, pictures that
   * nothing else shows, and stored responses of idempotent requests. Ids, hashes, times and
   * withdrawal notes stay. Works for closed accounts, too. The public sees no change: the article
   * gets 410 as it did.
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
    List<String> shown = pictures.shownBy(id);
    article.purge();
    if (draft != null) {
      bodies.add(draft.bodySha256);
      drafts.delete(draft);
    }
    Instant now = clock.now();
    edition.changedAtDesk(now);
    revisions.purge(id, now);
    pictures.purgeUnused(shown);
    purged.fire(new ContentPurged(id, account, bodies));
    idempotency.forget(List.of(id));
    DeskArticle after = DeskArticle.of(article, null, false);
    audit.article(caller, "article.purge", article, before, after);
  }
}
