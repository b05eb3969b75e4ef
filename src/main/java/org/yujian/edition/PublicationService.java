package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yujian.auth.Caller;
import org.yujian.auth.Scopes;
import org.yujian.change.Change;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;

/**
 * Publishes editions and corrections for editors, imports and schedules. Lock order: account,
 * editions with their articles, tags, follow targets, change log. While the change log is locked,
 * only steps that need the order of commits run.
 */
@ApplicationScoped
public class PublicationService {

  private final EditionLocks locks;
  private final ArticleRepository articles;
  private final DraftRepository drafts;
  private final PublicationSteps steps;
  private final EditionAudit audit;
  private final DatabaseClock clock;

  PublicationService(
      EditionLocks locks,
      ArticleRepository articles,
      DraftRepository drafts,
      PublicationSteps steps,
      EditionAudit audit,
      DatabaseClock clock) {
    this.locks = locks;
    this.articles = articles;
    this.drafts = drafts;
    this.steps = steps;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Publishes an edition in the state that the ETag {@code seen} describes. Administrators may give
   * a time in the past, for an archive; null means now.
   */
  @RetryOnConflict
  @Transactional
  public void publish(UUID editionId, EditionEtag seen, Instant publishedAt, Caller caller) {
    Edition edition = lock(editionId, caller);
    edition.requirePublishable();
    seen.require(edition, articles, drafts);
    publish(edition, archived(publishedAt, caller), caller);
  }

  /** Publishes an edition that the scheduler has claimed, unless its schedule was cancelled. */
  @Transactional(TxType.MANDATORY)
  void publishDue(UUID editionId, Caller clockwork) {
    Edition edition = lock(editionId, clockwork);
    if (edition.state == EditionState.SCHEDULED) {
      publish(edition, null, clockwork);
    }
  }

  private void publish(Edition edition, Instant publishedAt, Caller caller) {
    audit.edition(
        caller,
        "edition.publish",
        edition,
        () -> steps.goLive(List.of(steps.freeze(edition, publishedAt, caller.name())), List.of()));
  }

  /** Publishes within the caller's transaction; see {@link PublicationSteps#goLive}. */
  @Transactional(TxType.MANDATORY)
  public void publish(PublicationPlan plan, Caller caller) {
    List<PublicationSteps.Ready> ready = new ArrayList<>();
    for (UUID id : plan.editions()) {
      ready.add(steps.freeze(lock(id, caller), null, caller.name()));
    }
    List<Change> changes = new ArrayList<>(plan.changes());
    changes.addAll(correct(plan, caller));
    steps.goLive(ready, changes);
  }

  private Instant archived(Instant publishedAt, Caller caller) {
    if (publishedAt == null) {
      return null;
    }
    caller.require(Scopes.ADMIN);
    Instant now = clock.now();
    if (publishedAt.isAfter(now) || publishedAt.isBefore(Instant.EPOCH)) {
      throw EditionProblems.publishedAtOutOfRange(now);
    }
    return publishedAt.truncatedTo(ChronoUnit.MICROS);
  }

  Edition lock(UUID id, Caller caller) {
    caller.require(Scopes.CONTENT_PUBLISH);
    return locks.edition(id, caller);
  }

  /** Publishes drafts of live articles; the version of an edition rises once for all of them. */
  private List<Change> correct(PublicationPlan plan, Caller caller) {
    List<Change> changes = new ArrayList<>();
    Set<Edition> touched = new LinkedHashSet<>();
    for (UUID id : plan.corrected()) {
      Edition edition = lock(articles.editionOf(id), caller);
      changes.add(correct(id, plan.correction(), caller));
      touched.add(edition);
    }
    touched.forEach(edition -> changes.add(steps.changed(edition)));
    return changes;
  }

  private Change correct(UUID articleId, Correction correction, Caller caller) {
    Article article = articles.lock(articleId).orElseThrow();
    article.requireLive();
    ArticleDraft draft = drafts.findById(articleId);
    if (draft == null) {
      throw ArticleProblems.noDraft(articleId);
    }
    return steps.correct(article, draft, correction, caller.name());
  }
}
