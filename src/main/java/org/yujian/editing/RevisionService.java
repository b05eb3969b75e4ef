package org.yujian.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yujian.auth.Caller;
import org.yujian.edition.Article;
import org.yujian.edition.ArticleDraft;
import org.yujian.edition.ArticleProblems;
import org.yujian.edition.ArticleRepository;
import org.yujian.edition.ArticleRevision;
import org.yujian.edition.DeskArticle;
import org.yujian.edition.DraftRepository;
import org.yujian.edition.Edition;
import org.yujian.edition.EditionAudit;
import org.yujian.edition.EditionLocks;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.shared.web.IfMatch;

/** Reads, compares and restores published revisions for editors. */
@ApplicationScoped
public class RevisionService {

  private final RevisionRepository revisions;
  private final ArticleRepository articles;
  private final DraftRepository drafts;
  private final EditionLocks locks;
  private final EditionAudit audit;
  private final DatabaseClock clock;

  RevisionService(
      RevisionRepository revisions,
      ArticleRepository articles,
      DraftRepository drafts,
      EditionLocks locks,
      EditionAudit audit,
      DatabaseClock clock) {
    this.revisions = revisions;
    this.articles = articles;
    this.drafts = drafts;
    this.locks = locks;
    this.audit = audit;
    this.clock = clock;
  }

  /** Revisions of an article, newest first; empty if it was never live. */
  @Transactional
  public RevisionPage list(UUID article, PageRequest page, Caller caller) {
    requireReach(article, caller);
    return RevisionPage.of(ItemPage.of(page, revisions.page(article, page), DeskRevision::key));
  }

  @Transactional
  public DeskRevision read(UUID article, int rev, Caller caller) {
    requireReach(article, caller);
    return DeskRevision.of(find(article, rev));
  }

  /** Compares a revision with an older one, by default with the previous one. */
  @Transactional
  public RevisionDiff diff(UUID article, int rev, Integer with, Caller caller) {
    requireReach(article, caller);
    ArticleRevision after = find(article, rev);
    return RevisionDiff.between(find(article, with == null ? rev - 1 : with), after);
  }

  /**
   * Replaces the draft's content by that of a revision; tags and provenance stay. Publishes
   * nothing. {@code expected} protects a draft that has changed.
   */
  @RetryOnConflict
  @Transactional
  public DeskArticle restore(UUID id, int rev, long expected, Caller caller) {
    EditionLocks.Opened opened = locks.article(id, caller);
    Article article = opened.article();
    Edition edition = opened.edition();
    ArticleRevision revision = find(id, rev);
    if (revision.purgedAt != null) {
      throw ArticleProblems.purged(id);
    }
    ArticleDraft draft = drafts.findById(id);
    DeskArticle before = DeskArticle.of(article, draft, false);
    IfMatch.require(
        expected, before.tagVersion(), draft == null ? article.liveAt : draft.changedAt);
    ArticleRevision last = drafts.live(article).orElseThrow();
    ArticleDraft restored =
        draft == null ? ArticleDraft.of(article, last, edition.deskVersion) : draft;
    restored.restore(revision, caller.name(), clock.now());
    if (draft == null) {
      drafts.persist(restored);
    }
    edition.editDraft(clock.now());
    DeskArticle after = DeskArticle.of(article, restored, true);
    audit.article(caller, "article.restore", article, before, after);
    return after;
  }

  private void requireReach(UUID article, Caller caller) {
    UUID account = articles.accountOf(article).orElseThrow(() -> ArticleProblems.notFound(article));
    caller.requireAccount(account, () -> ArticleProblems.notFound(article));
  }

  private ArticleRevision find(UUID article, int rev) {
    return revisions
        .find(article, rev)
        .orElseThrow(() -> ArticleProblems.revisionNotFound(article, rev));
  }
}
