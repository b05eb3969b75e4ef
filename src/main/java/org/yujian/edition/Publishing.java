package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.yujian.auth.Audit;
import org.yujian.auth.Audited;
import org.yujian.auth.Caller;
import org.yujian.auth.Scopes;
import org.yujian.change.Change;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.TriedOnceMore;

/**
 * What goes live, and how: the one path for a person, an import and the clock. Order of locks:
 * account, editions with their articles, tags, follow targets, the change log; under the last one
 * only what needs the order of commits is done.
 */
@ApplicationScoped
public class Publishing {

  @Inject EditionLocks locks;
  @Inject ArticleRepository articles;
  @Inject DraftRepository drafts;
  @Inject GoingLive goingLive;
  @Inject Tagging tagging;
  @Inject Audit audit;
  @Inject DatabaseClock clock;

  /**
   * Publishes an edition.
   *
   * @param seen what was looked at
   * @param publishedAt an archive's moment, for administrators only; null for now
   */
  @TriedOnceMore
  @Transactional
  public void publish(UUID editionId, EditionSeen seen, Instant publishedAt, Caller caller) {
    Edition edition = lock(editionId, caller);
    edition.requirePublishable();
    seen.require(edition, articles, drafts);
    publish(edition, archived(publishedAt, caller), caller);
  }

  /** The clock publishes what it has claimed; nothing happens when it is due no longer. */
  @Transactional(TxType.MANDATORY)
  void publishDue(UUID editionId, Caller clockwork) {
    Edition edition = lock(editionId, clockwork);
    if (edition.state == EditionState.SCHEDULED) {
      publish(edition, null, clockwork);
    }
  }

  private void publish(Edition edition, Instant publishedAt, Caller caller) {
    DeskEdition before = DeskEdition.of(edition, List.of(), List.of());
    publish(GoLive.of(edition.id, publishedAt), caller);
    DeskEdition after = DeskEdition.of(edition, List.of(), List.of());
    audit.record(
        caller,
        new Audited("edition.publish", "edition", edition.id, edition.accountId, before, after));
  }

  /** Publishes within the caller's transaction, see {@link GoingLive#goLive}. */
  @Transactional(TxType.MANDATORY)
  public void publish(GoLive plan, Caller caller) {
    List<GoingLive.Ready> ready = new ArrayList<>();
    for (UUID id : plan.editions()) {
      ready.add(goingLive.freeze(lock(id, caller), plan.publishedAt(), caller.name()));
    }
    List<Change> changes = new ArrayList<>(plan.changes());
    changes.addAll(correct(plan, caller));
    goingLive.goLive(ready, changes);
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

  /** The edition, locked behind its account, which must be within the caller's reach. */
  Edition lock(UUID id, Caller caller) {
    caller.require(Scopes.CONTENT_PUBLISH);
    return locks.edition(id, caller);
  }

  /** Puts the drafts of live articles live; their editions change once, however many of each. */
  private List<Change> correct(GoLive plan, Caller caller) {
    List<Change> changes = new ArrayList<>();
    Set<Edition> touched = new LinkedHashSet<>();
    for (UUID id : plan.corrected()) {
      Edition edition = lock(articles.editionOf(id), caller);
      changes.add(correct(id, plan.correction(), caller));
      touched.add(edition);
    }
    for (Edition edition : touched) {
      edition.changedForAll(clock.now());
      changes.add(EditionChanges.of(edition, "articles"));
    }
    return changes;
  }

  private Change correct(UUID articleId, Correction correction, Caller caller) {
    Article article = articles.lock(articleId).orElseThrow();
    article.requireLive();
    ArticleDraft draft = drafts.findById(articleId);
    if (draft == null) {
      throw ArticleProblems.noDraft(articleId);
    }
    PublishRules.check(List.of(draft));
    Set<String> scopes = new TreeSet<>(List.of(article.tags));
    scopes.addAll(List.of(draft.tags));
    GoingLive.Frozen frozen = goingLive.freeze(article, draft, correction, caller.name());
    article.correct(frozen.revision(), frozen.tags(), frozen.revision().liveAt);
    tagging.index(article);
    return EditionChanges.of(article, scopes, "content");
  }
}
