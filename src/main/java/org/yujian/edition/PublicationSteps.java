package org.yujian.edition;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yujian.account.AccountService;
import org.yujian.body.Provenance;
import org.yujian.change.Change;
import org.yujian.change.ChangeLog;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.tag.TagService;
import org.yujian.target.EditionTargets;

/**
 * Writes drafts as revisions, then publishes the revisions with the change log locked. The callers
 * {@link PublicationService}, {@link Republishing} and {@link Corrections} hold the other locks.
 */
@ApplicationScoped
class PublicationSteps {

  private final EditionRepository editions;
  private final ArticleRepository articles;
  private final DraftRepository drafts;
  private final AccountService accounts;
  private final EditionTargets targets;
  private final TagService tags;
  private final Tagging tagging;
  private final PublicationContents contents;
  private final PublicationGuard guard;
  private final ChangeLog changeLog;
  private final DatabaseClock clock;

  PublicationSteps(
      EditionRepository editions,
      ArticleRepository articles,
      DraftRepository drafts,
      AccountService accounts,
      EditionTargets targets,
      TagService tags,
      Tagging tagging,
      PublicationContents contents,
      PublicationGuard guard,
      ChangeLog changeLog,
      DatabaseClock clock) {
    this.editions = editions;
    this.articles = articles;
    this.drafts = drafts;
    this.accounts = accounts;
    this.targets = targets;
    this.tags = tags;
    this.tagging = tagging;
    this.contents = contents;
    this.guard = guard;
    this.changeLog = changeLog;
    this.clock = clock;
  }

  /** An edition with written revisions; {@code moment} is an archive's time, null for now. */
  record Ready(Edition edition, List<Frozen> articles, Instant moment) {}

  record Frozen(Article article, ArticleRevision revision, String[] tags) {}

  /**
   * The drafts of an edition. 422 with the reasons if it cannot be published, 409 if the guard
   * refuses.
   */
  List<ArticleDraft> publishable(Edition edition, List<Article> inOrder) {
    if (inOrder.isEmpty()) {
      throw EditionProblems.empty(edition.id);
    }
    List<ArticleDraft> working = inOrder.stream().map(a -> drafts.findById(a.id)).toList();
    PublishRules.check(working);
    guard.require(edition.accountId, () -> contents.of(edition, inOrder));
    return working;
  }

  /** Writes the drafts of an edition as revisions and deletes the drafts. */
  Ready freeze(Edition edition, Instant moment, String by) {
    edition.requirePublishable();
    List<Article> inOrder = articles.lockOfEdition(edition.id);
    List<ArticleDraft> working = publishable(edition, inOrder);
    List<Frozen> frozen = new ArrayList<>();
    for (int i = 0; i < inOrder.size(); i++) {
      frozen.add(freeze(inOrder.get(i), working.get(i), null, by));
    }
    return new Ready(edition, frozen, moment);
  }

  /** Writes the next revisions of the articles that were withdrawn with their edition. */
  Ready freezeAgain(Edition edition, List<Article> together, String by) {
    guard.require(edition.accountId, () -> contents.of(edition, together));
    return nextRevisions(edition, together, by);
  }

  /** Writes the next revision of one withdrawn article. */
  Ready freezeAgain(Edition edition, Article article, String by) {
    guard.require(edition.accountId, () -> contents.only(article));
    return nextRevisions(edition, List.of(article), by);
  }

  /** Writes the next revisions of withdrawn articles, from their drafts or their last revisions. */
  private Ready nextRevisions(Edition edition, List<Article> withdrawn, String by) {
    List<Frozen> frozen = new ArrayList<>();
    for (Article article : withdrawn) {
      article.requireWithdrawn();
      ArticleDraft draft = drafts.findById(article.id);
      if (draft == null) {
        frozen.add(again(article, by));
      } else {
        PublishRules.check(List.of(draft));
        frozen.add(freeze(article, draft, null, by));
      }
    }
    return new Ready(edition, frozen, null);
  }

  private Frozen again(Article article, String by) {
    ArticleRevision last = drafts.live(article).orElseThrow();
    if (last.purgedAt != null) {
      throw ArticleProblems.purged(article.id);
    }
    ArticleRevision revision = new ArticleRevision(article, last, by, clock.now());
    drafts.persist(revision);
    return new Frozen(article, revision, article.tags);
  }

  Frozen freeze(Article article, ArticleDraft draft, Correction correction, String by) {
    if (article.liveRev > 0) {
      ArticleRevision last = drafts.live(article).orElseThrow();
      Provenance.requireSameTitle(last.provenance, draft.provenance);
    }
    ArticleRevision revision = new ArticleRevision(article, draft, correction, by, clock.now());
    drafts.persist(revision);
    drafts.delete(draft);
    return new Frozen(article, revision, draft.tags);
  }

  /**
   * Replaces the live content by the draft, if the guard agrees; returns the row for the change
   * log.
   */
  Change correct(Article article, ArticleDraft draft, Correction correction, String by) {
    PublishRules.check(List.of(draft));
    guard.require(article.accountId, () -> contents.only(article));
    Set<String> scopes = new TreeSet<>(List.of(article.tags));
    scopes.addAll(List.of(draft.tags));
    Frozen frozen = freeze(article, draft, correction, by);
    article.correct(frozen.revision(), frozen.tags(), frozen.revision().liveAt);
    tagging.index(article);
    return EditionChanges.of(article, scopes, "content");
  }

  /** Counts a change of the edition's articles; returns the row for the change log. */
  Change changed(Edition edition) {
    edition.changedForAll(clock.now());
    return EditionChanges.of(edition, "articles");
  }

  /**
   * Publishes the editions and appends the change-log rows, {@code owed} included. The last edition
   * is published first, so that the feed, newest first, has the editions in the given order.
   */
  void goLive(List<Ready> ready, List<Change> owed) {
    List<Change> changes = new ArrayList<>(owed);
    for (Ready one : ready) {
      changes.addAll(accounts.open(one.edition().accountId));
    }
    tags.lock(
        ready.stream()
            .flatMap(one -> one.articles().stream())
            .flatMap(article -> Stream.of(article.tags()))
            .collect(toSet()));
    changes.addAll(targets.open(ready.stream().map(one -> one.edition().id).toList()));
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

  /** Assigns the publication time, which orders the feed; the change log is locked. */
  private List<Change> goLive(Ready ready) {
    Instant now = clock.now();
    Instant asked = ready.moment();
    Instant at = asked == null ? editions.nextPublishedAt(now) : editions.freeMoment(asked);
    Instant since = asked == null ? at : now;
    String part = goLive(ready.edition(), at, since);
    List<Change> changes = new ArrayList<>();
    for (Frozen frozen : ready.articles()) {
      Article article = frozen.article();
      if (article.state == ArticleState.WITHDRAWN) {
        article.republish(frozen.revision(), frozen.tags(), at, since);
      } else {
        article.publish(frozen.revision(), frozen.tags(), at, since);
      }
      tagging.indexNew(article);
      changes.add(EditionChanges.of(article, List.of(article.tags), "article"));
    }
    editions.flush();
    changes.add(EditionChanges.of(ready.edition(), part));
    return changes;
  }

  /** Changes the edition's state; returns the part of the edition for the change log. */
  private static String goLive(Edition edition, Instant at, Instant now) {
    switch (edition.state) {
      case PUBLISHED -> {
        edition.changedForAll(now);
        return "articles";
      }
      case WITHDRAWN -> edition.republish(at, now);
      default -> edition.publish(at, now);
    }
    return "edition";
  }
}
