package org.yujian.edition;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.yujian.account.AccountService;
import org.yujian.auth.Audit;
import org.yujian.auth.Audited;
import org.yujian.auth.Caller;
import org.yujian.auth.Scopes;
import org.yujian.change.Change;
import org.yujian.change.ChangeLog;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.TriedOnceMore;
import org.yujian.shared.web.IfMatch;
import org.yujian.tag.TagService;
import org.yujian.target.EditionTargets;

/**
 * What goes live, and how: the one path for a person, an import and the clock. Order of locks:
 * account, editions with their articles, tags, follow targets, the change log; under the last one
 * only what needs the order of commits is done.
 */
@ApplicationScoped
public class Publishing {

  @Inject EditionRepository editions;
  @Inject ArticleRepository articles;
  @Inject DraftRepository drafts;
  @Inject AccountService accounts;
  @Inject EditionTargets targets;
  @Inject TagService tags;
  @Inject Tagging tagging;
  @Inject ChangeLog changeLog;
  @Inject Audit audit;
  @Inject DatabaseClock clock;

  /** An edition ready to go live, its rows locked and its revisions written. */
  private record Ready(Edition edition, List<Frozen> articles) {}

  /** An article with the revision that will be its live copy. */
  private record Frozen(Article article, ArticleRevision revision, String[] tags) {}

  /** Publishes an edition; {@code expected} is the version that was looked at. */
  @TriedOnceMore
  @Transactional
  public void publish(UUID editionId, long expected, Caller caller) {
    Edition edition = lock(editionId, caller);
    edition.requirePublishable();
    IfMatch.require(expected, edition.deskVersion, edition.updatedAt);
    DeskEdition before = DeskEdition.of(edition, List.of(), List.of());
    publish(GoLive.of(editionId), caller);
    audit.record(
        caller,
        new Audited(
            "edition.publish",
            "edition",
            editionId,
            edition.accountId,
            before,
            DeskEdition.of(edition, List.of(), List.of())));
  }

  /**
   * Publishes within the caller's transaction. Of several editions the last goes first, so that the
   * feed shows them in the order given.
   */
  @Transactional(TxType.MANDATORY)
  public void publish(GoLive plan, Caller caller) {
    List<Ready> ready = new ArrayList<>();
    List<Change> changes = new ArrayList<>(plan.changes());
    for (UUID id : plan.editions()) {
      Edition edition = lock(id, caller);
      ready.add(freeze(edition, caller));
      changes.addAll(accounts.open(edition.accountId));
    }
    changes.addAll(correct(plan, caller));
    tags.lock(
        ready.stream()
            .flatMap(edition -> edition.articles().stream())
            .flatMap(article -> Stream.of(article.tags()))
            .collect(toSet()));
    changes.addAll(targets.open(plan.editions()));
    if (!ready.isEmpty()) {
      changeLog.lock();
      for (int i = ready.size() - 1; i >= 0; i--) {
        changes.addAll(goLive(ready.get(i)));
      }
    }
    if (!changes.isEmpty()) {
      changeLog.append(changes);
    }
  }

  private Edition lock(UUID id, Caller caller) {
    caller.require(Scopes.CONTENT_PUBLISH);
    UUID account = editions.accountOf(id).orElseThrow(() -> EditionProblems.notFound(id));
    caller.requireAccount(account);
    accounts.lock(account);
    return editions.lock(id).orElseThrow();
  }

  /** Writes the revisions of an edition's drafts, which go. */
  private Ready freeze(Edition edition, Caller caller) {
    edition.requirePublishable();
    List<Article> inOrder = articles.lockOfEdition(edition.id);
    if (inOrder.isEmpty()) {
      throw EditionProblems.empty(edition);
    }
    List<ArticleDraft> working = inOrder.stream().map(a -> drafts.findById(a.id)).toList();
    PublishRules.check(working);
    List<Frozen> frozen = new ArrayList<>();
    for (int i = 0; i < inOrder.size(); i++) {
      frozen.add(freeze(inOrder.get(i), working.get(i), null, caller));
    }
    return new Ready(edition, frozen);
  }

  private Frozen freeze(Article article, ArticleDraft draft, Correction correction, Caller caller) {
    ArticleRevision revision =
        new ArticleRevision(article, draft, correction, caller.name(), clock.now());
    drafts.persist(revision);
    drafts.delete(draft);
    return new Frozen(article, revision, draft.tags);
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
    Frozen frozen = freeze(article, draft, correction, caller);
    article.correct(frozen.revision(), frozen.tags(), frozen.revision().liveAt);
    tagging.index(article);
    return EditionChanges.of(article, scopes, "content");
  }

  /** Under the log's lock: the moment that orders the feed, and what carries it. */
  private List<Change> goLive(Ready ready) {
    Instant at = editions.nextPublishedAt(clock.now());
    List<Change> changes = new ArrayList<>();
    ready.edition().publish(at);
    for (Frozen frozen : ready.articles()) {
      Article article = frozen.article();
      article.publish(frozen.revision(), frozen.tags(), at);
      tagging.indexNew(article);
      changes.add(EditionChanges.of(article, List.of(article.tags), "article"));
    }
    editions.flush();
    changes.add(EditionChanges.of(ready.edition(), "edition"));
    return changes;
  }
}
